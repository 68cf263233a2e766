import './runs.css';
import type { RunsMessage, RunsRequest, RunsMemento, RunsPageData } from '../../shared/runs.ts';
import { startPage } from '../page/start.ts';
import { showRunsPage } from './runs-page.ts';

startPage<RunsPageData, RunsRequest, RunsMessage, RunsMemento>({ show: showRunsPage });
