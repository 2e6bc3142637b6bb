extension Schema {
    /// What to leave out of the next build.
    package struct Blame: Sendable, Hashable {
        /// Numbers of mutations that do not compile.
        package var drop: Set<Int32> = []
        /// Units and probes that the compiler does not take where they are.
        package var escalate: Set<Int32> = []
        /// Errors that no unit and no probe of this file explains; the file as it was may have them as well.
        package var unexplained: [CompilerNotes.Problem] = []

        /// The next build would be the same.
        package var isEmpty: Bool { drop.isEmpty && escalate.isEmpty }
    }

    /// Names for each error of one build of this file what caused it.
    ///
    /// Whatever is named was part of `woven` and is not part of the next rendering, so that a loop of rendering,
    /// compiling and blaming ends.
    package func blame(_ problems: [CompilerNotes.Problem], in woven: Woven) -> Blame {
        var judge = Judge(schema: self, woven: woven)
        return judge.verdict(problems)
    }

    /// Mutations in the functions in which the errors are: what is left out when nobody can be blamed.
    package func neighbours(of problems: [CompilerNotes.Problem], in woven: Woven) -> Set<Int32> {
        let callables = Set(
            problems.filter { $0.path == file.path }.map { problem in
                callable(around: woven.origin(line: problem.line, column: problem.column).offset)
            })
        return Set(
            mutations.filter { item in
                item.mutation.edits.contains { callables.contains(callable(around: $0.range.lowerBound)) }
            }
            .map(\.number))
    }

    /// Outside of all of them a number that no function has.
    private func callable(around offset: Int) -> Int {
        let block = layout.innermost(offset..<offset)
        return block < 0 ? -1 : layout.blocks[block].callable
    }
}
