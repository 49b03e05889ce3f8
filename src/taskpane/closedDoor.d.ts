/**
 * Where tsconfig.json sends every door that is closed to the task pane. Project references let a room see through
 * the rooms it may open into theirs; this closes that view: nothing can be imported from here.
 */
export {};
