/// Remembers the results of a function of one argument.
final class Memoiser<Input: Hashable, Output> {
    private var results: [Input: Output] = [:]
    private let compute: (Input) -> Output
    private(set) var hits = 0
    private(set) var misses = 0

    init(_ compute: @escaping (Input) -> Output) {
        self.compute = compute
    }

    /// The function's result, computed the first time only.
    func callAsFunction(_ input: Input) -> Output {
        if let known = results[input] {
            hits += 1
            return known
        }
        misses += 1
        let result = compute(input)
        return result
    }

    /// Forgets the result for one input, or all results.
    func forget(_ input: Input? = nil) {
        if let input {
            results[input] = nil
        } else {
            results.removeAll()
        }
    }

    /// The share of calls that were answered from memory, 0 before the first call.
    var hitRate: Double {
        let calls = hits + misses
        return calls == 0 ? 0 : Double(hits) / Double(calls)
    }
}
