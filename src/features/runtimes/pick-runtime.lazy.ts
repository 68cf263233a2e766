export { pickRuntime, takeRuntime } from './pick-runtime.ts';
