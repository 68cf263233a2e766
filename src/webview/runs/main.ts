import './runs.css';
import type { News, PageRequest, RunsMemento, RunsPageData } from '../../shared/runs.ts';
import { startPage } from '../page/start.ts';
import { showRunsPage } from './runs-page.ts';

startPage<RunsPageData, PageRequest, News, RunsMemento>({ show: showRunsPage });
