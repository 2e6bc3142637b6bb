/// A piece of code that is there once as it is and once for each of some mutations, with a switch between them.
struct Unit {
    /// ```
    /// statements    if off(7) { original } else if is(7, 1) { variant } else { variant }
    /// insertion     if off(7) {} else { inserted }; what follows
    /// hoisted       let v7: T; if off(7) { v7 = original } else { v7 = variant }; if v7 { … }
    ///               var s7 = Slot { original }; if off(7) { s7.set(original) } else …; for x in s7.take() { … }
    /// function      func f7() -> Bool { if off(7) { return original } else … }; while f7() { … }
    /// value         { if off(7) { original } else { variant } }
    /// call          f(({ if off(7) { return original } else { return variant } }()))
    /// built         @Builder func b7_0() -> T { original } …; if off(7) { return b7_0() } else { return b7_1() }
    /// ```
    ///
    /// The first four are judged by the compiler statement by statement, so that one build tells all variants that
    /// do not compile. An `if` expression of 400 branches takes eight times as long to type-check as a slot, and
    /// only one of its errors is reported.
    enum Form: Hashable {
        case statements
        /// Between items, at this offset; `trailing` after the last.
        case insertion(trailing: Bool)
        /// Nil for the type that the original has.
        case hoisted(type: String?, sequence: Bool)
        case function(effects: Effects)
        case value
        case call(type: String?, effects: Effects, covered: Effects)
        case built
    }

    struct Effects: Hashable {
        var isThrowing = false
        var isAsync = false

        /// `try await ` or less.
        var marks: String { (isThrowing ? "try " : "") + (isAsync ? "await " : "") }
        /// ` async throws` or less.
        var specifiers: String { (isAsync ? " async" : "") + (isThrowing ? " throws" : "") }
    }

    let id: Int32
    let form: Form
    /// What is there several times: bytes of the original, or an empty range where something is inserted.
    let region: Range<Int>
    let block: Int
    let first: Int
    let last: Int
    /// Reaches to the end of its list.
    let isTail: Bool
    /// Everything that a callable's body holds.
    let isBody: Bool
    /// The compiler reports one error of it at a time.
    let isSoft: Bool

    var isStatements: Bool {
        switch form {
        case .statements, .insertion: true
        case .hoisted, .function, .value, .call, .built: false
        }
    }
}

/// What a mutation's placement asks for, before placements that overlap are made one.
enum Placement: Hashable {
    case items(block: Int, first: Int, last: Int)
    case insertion(block: Int, boundary: Int)
    case expression(block: Int, item: Int, region: Range<Int>, form: Unit.Form)
    case built(callable: Int)
}
