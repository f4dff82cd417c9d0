/** The one import of the front end: the calls over the WebSocket, and beside them the REST client of the same server. */
export * from 'tasks-sdk';
export * as rest from './rest/index.js';
