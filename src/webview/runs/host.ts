import type { HostMessage, RunsMemento } from '../../shared/runs.ts';
import { connect } from '../common/connection.ts';
import type { Connection } from '../common/connection.ts';
import type { Request } from './page.ts';

type News = Exclude<HostMessage, { kind: 'answered' | 'failed' }>;

export type Host = Connection<Request, RunsMemento>;

/** @param onNews gets what the host sends without being asked */
export const connectHost = (onNews: (message: News) => void): Host => connect(onNews);
