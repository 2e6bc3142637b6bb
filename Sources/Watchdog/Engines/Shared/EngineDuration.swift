extension Duration {
    /// Engines take whole seconds; rounded up, so that a program is never given less time than it was promised.
    var wholeSeconds: Int {
        let (seconds, attoseconds) = components
        return max(0, Int(seconds) + (attoseconds > 0 ? 1 : 0))
    }
}
