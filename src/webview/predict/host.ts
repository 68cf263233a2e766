import type { HostMessage, PageRequest, PredictMemento } from '../../shared/predict.ts';
import { connect } from '../common/connection.ts';
import type { Connection } from '../common/connection.ts';

type WithoutId<T> = T extends unknown ? Omit<T, 'id'> : never;
type News = Exclude<HostMessage, { kind: 'answered' | 'failed' }>;

export type Host = Connection<WithoutId<PageRequest>, PredictMemento>;

/** @param onNews gets what the host sends without being asked */
export const connectHost = (onNews: (message: News) => void): Host => connect(onNews);
