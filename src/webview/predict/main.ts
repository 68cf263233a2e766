import './predict.css';
import type {
  PredictMessage,
  PageRequest,
  PredictMemento,
  PredictPageData,
} from '../../shared/predict.ts';
import { startPage } from '../page/start.ts';
import { showPredictPage } from './predict-page.ts';

startPage<PredictPageData, PageRequest, PredictMessage, PredictMemento>({ show: showPredictPage });
