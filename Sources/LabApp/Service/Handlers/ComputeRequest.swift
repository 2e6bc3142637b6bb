import Logic

/// The operands of a request; a field that is absent or of the wrong kind is reported by name.
struct ComputeRequest {
    private let payload: EventPayload

    init(_ object: [String: Any]) {
        payload = EventPayload(object)
    }

    func text(_ field: String) throws -> String {
        guard let text = try? payload.text(field) else { throw ComputeError(field, "must be text") }
        return text
    }

    func number(_ field: String) throws -> Int {
        guard let number = try? payload.number(field) else {
            throw ComputeError(field, "must be a whole number")
        }
        return number
    }

    func number(_ field: String, in range: ClosedRange<Int>) throws -> Int {
        let number = try number(field)
        guard range.contains(number) else {
            throw ComputeError(field, "must be \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    func numbers(_ field: String) throws -> [Int] {
        guard let numbers = try? payload.numbers(field) else {
            throw ComputeError(field, "must be a list of whole numbers")
        }
        return numbers
    }
}
