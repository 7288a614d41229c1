import './styles/base.css';
import './styles/reading.css';
import './styles/title.css';
import './styles/print.css';
import { mount } from 'svelte';
import App from './App.svelte';
import { start } from './lib/ipc/client';
import StartFailure from './lib/window/StartFailure.svelte';

const target = document.getElementById('app') ?? document.body;

start().then(
  (view) => mount(App, { target, props: { view } }),
  (thrown: unknown) => mount(StartFailure, { target, props: { thrown } }),
);
