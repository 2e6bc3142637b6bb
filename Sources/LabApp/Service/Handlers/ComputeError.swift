/// A request that `/compute` refuses, with the field to correct.
public struct ComputeError: Error, Equatable, Encodable {
    public let field: String
    public let error: String

    public init(_ field: String, _ error: String) {
        self.field = field
        self.error = error
    }
}
