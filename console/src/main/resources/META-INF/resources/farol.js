/*
 * The little that must happen in the browser: text that ticks, letters that act, identifiers that
 * copy, toasts that wait while they are read, and the word about a lost connection.
 */
window.farol = window.farol || (function () {
  'use strict';

  const MINUS = '\u2212';
  let skew = 0; // the server's clock minus this one

  const now = () => Date.now() + skew;

  /* The same rule as farol.console.ui.Words. */
  function duration(seconds) {
    seconds = Math.max(0, Math.floor(seconds));
    if (seconds < 60) return seconds + ' s';
    const minutes = Math.floor(seconds / 60);
    if (minutes < 60) return minutes + ' min';
    const hours = Math.floor(minutes / 60);
    if (hours < 48) {
      return minutes % 60 === 0 ? hours + ' h' : hours + ' h ' + String(minutes % 60).padStart(2, '0') + ' min';
    }
    return Math.floor(hours / 24) + ' d';
  }

  function countdown(seconds) {
    if (seconds <= 0) return '+' + duration(-seconds);
    seconds = Math.floor(seconds);
    if (seconds < 3600) return MINUS + Math.floor(seconds / 60) + ':' + String(seconds % 60).padStart(2, '0');
    return MINUS + duration(seconds);
  }

  function write(element, text) {
    if (element.textContent !== text) element.textContent = text;
  }

  function tick() {
    for (const e of document.querySelectorAll('[data-since]')) {
      write(e, e.dataset.since ? duration((now() - Number(e.dataset.since)) / 1000) : '');
    }
    for (const e of document.querySelectorAll('[data-due]')) {
      if (!e.dataset.due) { write(e, ''); continue; }
      const left = (Number(e.dataset.due) - now()) / 1000;
      write(e, (e.dataset.before || '') + countdown(left));
      if (e.dataset.late !== undefined) e.toggleAttribute('data-is-late', left <= 0);
    }
  }

  let asked = false;
  function tickSoon() {
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => { asked = false; tick(); });
  }

  /* ------------------------------------------------------------------ keys */

  const inField = (event) => {
    const target = event.composedPath()[0];
    return target && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
  };
  const visible = (e) => !e.disabled && e.getClientRects().length > 0;
  const inDialog = () => document.querySelector('vaadin-dialog[opened], vaadin-confirm-dialog[opened]');

  function clickKey(key) {
    const scope = inDialog() || document;
    for (const e of scope.querySelectorAll('[data-key="' + CSS.escape(key) + '"]')) {
      if (visible(e)) { e.click(); return true; }
    }
    return false;
  }

  function tellFrame(key) {
    const frame = document.querySelector('[data-frame]');
    if (frame) frame.dispatchEvent(new CustomEvent('farol-key', { detail: key }));
  }

  function go(letter) {
    const item = document.querySelector('[data-go="' + CSS.escape(letter) + '"]');
    if (!item) return;
    const link = item.shadowRoot && item.shadowRoot.querySelector('a');
    (link || item).click();
  }

  /* j and k: a Grid moves its selection on the server, a plain list moves the focus here. */
  function move(step) {
    const grid = [...document.querySelectorAll('vaadin-grid[data-list]')].find(visible);
    if (grid) {
      grid.dispatchEvent(new CustomEvent('farol-move', { detail: step }));
      return;
    }
    const rows = [...document.querySelectorAll('[data-row]')].filter(visible);
    if (!rows.length) return;
    const at = rows.indexOf(document.activeElement && document.activeElement.closest('[data-row]'));
    const next = at < 0 ? (step > 0 ? 0 : rows.length - 1) : Math.min(rows.length - 1, Math.max(0, at + step));
    rows[next].focus();
  }

  function open() {
    const grid = [...document.querySelectorAll('vaadin-grid[data-list]')].find(visible);
    if (grid) { grid.dispatchEvent(new CustomEvent('farol-open')); return true; }
    const row = document.activeElement && document.activeElement.closest('[data-row]');
    const link = row && row.querySelector('a');
    if (link && document.activeElement === row) { link.click(); return true; }
    return false;
  }

  let afterG = 0;
  document.addEventListener('keydown', (event) => {
    if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'k') {
      event.preventDefault();
      tellFrame('palette');
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || inField(event)) return;
    const copy = event.target.closest && event.target.closest('[data-copy]');
    if (copy && (event.key === 'Enter' || event.key === ' ')) {
      event.preventDefault();
      copyOf(copy);
      return;
    }
    if (afterG && Date.now() - afterG < 1500) {
      afterG = 0;
      if (!inDialog()) go(event.key.toLowerCase());
      event.preventDefault();
      return;
    }
    if (event.key.length !== 1 && event.key !== 'Enter') return;
    if (clickKey(event.key)) { event.preventDefault(); return; }
    if (inDialog()) return;
    switch (event.key) {
      case 'g': afterG = Date.now(); break;
      case 'j': move(1); break;
      case 'k': move(-1); break;
      case 'Enter':
        if (event.target === document.body || event.target.closest('[data-row], vaadin-grid')) {
          if (open()) event.preventDefault();
        }
        break;
      case '/': {
        const filter = [...document.querySelectorAll('[data-filter]')].find(visible);
        if (filter) { filter.focus(); event.preventDefault(); }
        break;
      }
      case '?': tellFrame('shortcuts'); break;
      case 'd': tellFrame('declare'); break;
      default:
    }
  });

  /* ------------------------------------------------------------------ copy */

  function copyOf(element) {
    const text = element.dataset.copy;
    const done = () => {
      element.setAttribute('data-copied', '');
      setTimeout(() => element.removeAttribute('data-copied'), 1200);
    };
    if (navigator.clipboard) navigator.clipboard.writeText(text).then(done, () => select(element));
    else select(element);
  }

  function select(element) {
    getSelection().selectAllChildren(element);
  }

  document.addEventListener('click', (event) => {
    const copy = event.target.closest && event.target.closest('[data-copy]');
    if (copy) { event.preventDefault(); event.stopPropagation(); copyOf(copy); }
  }, true);

  /* ---------------------------------------------------------------- toasts */

  function toast(row, seconds) {
    let left = seconds;
    let held = false;
    const card = row.closest('vaadin-notification-card') || row;
    for (const [on, value] of [['mouseenter', true], ['mouseleave', false], ['focusin', true], ['focusout', false]]) {
      card.addEventListener(on, () => { held = value; });
    }
    const timer = setInterval(() => {
      if (!row.isConnected) { clearInterval(timer); return; }
      if (!held && --left <= 0) { clearInterval(timer); row.dispatchEvent(new CustomEvent('farol-done')); }
    }, 1000);
  }

  /* ------------------------------------------------------------ connection */

  const KNOCK_EVERY = 10000;
  const ANSWER_WITHIN = 5000;

  function lost(value) {
    const root = document.documentElement;
    if (value === root.hasAttribute('data-lost')) return;
    root.toggleAttribute('data-lost', value);
    if (value) {
      root.style.setProperty('--f-lost', '"Connection lost, showing ' + new Date().toTimeString().slice(0, 8) + '"');
    } else {
      tellFrame('back'); // A session that is gone answers with a reload; one that stands catches up.
    }
  }

  /* Flow notices a lost server only with its next request, which may be minutes away. The knock
     carries no cookie, so it keeps no session alive. */
  function knock() {
    fetch('icons/farol.svg', {
      method: 'HEAD', cache: 'no-store', credentials: 'omit', signal: AbortSignal.timeout(ANSWER_WITHIN),
    }).then(() => lost(false), () => lost(true));
  }

  /* ---------------------------------------------------------------- scheme */

  function scheme(value) {
    if (value === undefined) return localStorage.getItem('farol.scheme') || 'system';
    if (value === 'system') localStorage.removeItem('farol.scheme');
    else localStorage.setItem('farol.scheme', value);
    paint();
    return value;
  }

  function paint() {
    const value = localStorage.getItem('farol.scheme');
    const root = document.documentElement;
    if (value) root.setAttribute('theme', value); else root.removeAttribute('theme');
  }

  /* ----------------------------------------------------- browser page sound */

  function notify(title, body, path) {
    if (!('Notification' in window) || Notification.permission !== 'granted') return;
    const shown = new Notification(title, { body: body, tag: path, requireInteraction: true });
    shown.onclick = () => { window.focus(); shown.close(); };
  }

  /* Whether the person can have seen the page: the tab is in front, or a notification stands. */
  function page(title, body, path) {
    notify(title, body, path);
    return document.visibilityState === 'visible' || ('Notification' in window && Notification.permission === 'granted');
  }

  paint();
  setInterval(knock, KNOCK_EVERY);
  addEventListener('online', knock);
  addEventListener('offline', knock);
  setInterval(tick, 1000);
  new MutationObserver(tickSoon).observe(document, {
    subtree: true, childList: true, attributes: true, attributeFilter: ['data-since', 'data-due'],
  });

  return {
    sync(serverNow) { skew = serverNow - Date.now(); tick(); },
    toast, scheme, page,
    askToNotify: () => ('Notification' in window ? Notification.requestPermission() : Promise.resolve('unsupported')),
    mayNotify: () => ('Notification' in window ? Notification.permission : 'unsupported'),
  };
})();
