import './predict.css';
import type {
  PredictMessage,
  PredictRequest,
  PredictMemento,
  PredictPageData,
} from '../../shared/predict.ts';
import { startPage } from '../page/start.ts';
import { showPredictPage } from './predict-page.ts';

startPage<PredictPageData, PredictRequest, PredictMessage, PredictMemento>({
  show: showPredictPage,
});
