import './predict.css';
import type { News, PageRequest, PredictMemento, PredictPageData } from '../../shared/predict.ts';
import { startPage } from '../page/start.ts';
import { showPredictPage } from './predict-page.ts';

startPage<PredictPageData, PageRequest, News, PredictMemento>({ show: showPredictPage });
