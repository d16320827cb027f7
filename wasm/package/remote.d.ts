/** The same methods, in a worker: each returns a promise. */
export type Remote<T> = {
  [Name in keyof T as T[Name] extends (...args: never[]) => unknown ? Name : never]: T[Name] extends (
    ...args: infer Arguments
  ) => infer Result
    ? (...args: Arguments) => Promise<RemoteResult<Awaited<Result>>>
    : never;
};

/** Objects stay in the worker; values come back as they are. */
type RemoteResult<Result> = Result extends { close(): void } ? Remote<Result> : Result;

/** The static methods of a class, in a worker. */
export type RemoteClass<Class> = Remote<Omit<Class, "prototype">>;
