import './runs.css';
import type { RunsMessage, PageRequest, RunsMemento, RunsPageData } from '../../shared/runs.ts';
import { startPage } from '../page/start.ts';
import { showRunsPage } from './runs-page.ts';

startPage<RunsPageData, PageRequest, RunsMessage, RunsMemento>({ show: showRunsPage });
