export { explainRun } from './explain-run.ts';
export { explainTurned } from './explain-turned.ts';
export { possibleOrders } from './possible-orders.ts';
