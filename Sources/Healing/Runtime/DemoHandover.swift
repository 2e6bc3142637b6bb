/// What a healer that is no part of the lab needs to know of a broken service.
package struct DemoHandover: Sendable {
    package var service: String
    package var healthURL: String
    /// What the service runs as.
    package var reference: String
    package var goodReference: String
    package var goodDigest: String
}
