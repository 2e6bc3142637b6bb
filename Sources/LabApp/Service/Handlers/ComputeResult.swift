/// What an operation yields.
public enum ComputeResult: Equatable, Encodable {
    case number(Int)
    case numbers([Int])
    case text(String)

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .number(let number): try container.encode(number)
        case .numbers(let numbers): try container.encode(numbers)
        case .text(let text): try container.encode(text)
        }
    }
}
