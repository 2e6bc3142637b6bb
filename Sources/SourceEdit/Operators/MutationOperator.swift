/// A family of small changes, proposed wherever the syntax allows them.
///
/// The same families serve repair, mutation testing and the injector's logic faults. They know syntax only: what does
/// not type-check is dropped by the compiler's diagnostics later.
package protocol MutationOperator: Sendable {
    /// Stable identifier, in `snake_case`.
    var id: String { get }
    /// One line, without a full stop.
    var summary: String { get }
    /// Whether `lab mutate` applies it unless asked otherwise: changes that a good test suite should notice.
    var isForTesting: Bool { get }

    /// Changes inside of the scope's function, in source order, likelier ones first at the same place.
    func mutations(in scope: MutationScope) -> [Mutation]
}
