import { describeSnippetsOn } from './on-node.ts';

describeSnippetsOn('24');
