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
}
