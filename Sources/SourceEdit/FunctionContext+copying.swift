extension FunctionContext {
    /// The edits that keep callers from copying the body (`@inlinable` and the like); none where they do not.
    package var copying: [TextEdit] { Callable(node, actors: [])?.copying ?? [] }
}
