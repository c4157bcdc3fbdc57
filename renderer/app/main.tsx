import '../shared/no-eval';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { watchFaults } from '../shared/faults';
import { setZoom, storedZoom } from '../shared/zoom';
import { App } from './app';
import './frame.css';
import '../shared/base.css';
import '../shared/controls.css';

watchFaults();
const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no root');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
if (storedZoom() !== 1) void setZoom(storedZoom());
