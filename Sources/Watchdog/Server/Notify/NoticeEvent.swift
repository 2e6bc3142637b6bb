import Foundation

/// A notice as a CloudEvent that carries a CDEvent, as the CDEvents binding lays down.
///
/// The id is made of incident and kind: a receiver that gets one twice knows it by source and id.
struct NoticeEvent: Encodable {
    /// Of the CDEvents specification whose types and fields these are.
    static let specification = "0.5.0"

    struct Payload: Encodable {
        struct Context: Encodable {
            var specversion = NoticeEvent.specification
            var id: String
            var source: String
            var type: String
            var timestamp: String
        }

        struct Reference: Encodable {
            var id: String
        }

        struct Content: Encodable {
            var description: String?
            var environment: Reference
            var service: Reference?
            var artifactId: String?
        }

        struct Subject: Encodable {
            var id: String
            var source: String
            var content: Content
        }

        var context: Context
        var subject: Subject
        var customData: NoticeDetails
        var customDataContentType = "application/json"
    }

    private let event: CloudEvent<Payload>

    /// - Parameter environment: names the place the service runs in, such as the host.
    init(_ notice: Notice, environment: String) {
        let type = Self.type(of: notice.kind)
        let source = CloudEventSource.of(notice.service)
        let isService = notice.kind == .rolledBack
        let content = Payload.Content(
            description: isService ? nil : notice.summary, environment: .init(id: environment),
            service: isService ? nil : .init(id: notice.service), artifactId: Self.package(notice))
        event = CloudEvent(
            id: notice.key, service: notice.service, type: type,
            subject: isService ? notice.service : notice.incident, wall: notice.wall,
            data: Payload(
                context: .init(
                    id: notice.key, source: source, type: type, timestamp: WallTime.text(notice.wall)),
                subject: .init(
                    id: isService ? notice.service : notice.incident, source: source, content: content),
                customData: notice.details))
    }

    func encode(to encoder: any Encoder) throws { try event.encode(to: encoder) }

    static func type(of kind: Notice.Kind) -> String {
        switch kind {
        case .detected: "dev.cdevents.incident.detected.0.3.0"
        case .resolved: "dev.cdevents.incident.resolved.0.3.0"
        case .rolledBack: "dev.cdevents.service.rolledback.0.3.0"
        case .escalated: "dev.healing-lab.incident.escalated"
        }
    }

    /// The image as a package URL, such as `pkg:oci/web@sha256%3A…`.
    private static func package(_ notice: Notice) -> String? {
        guard let image = notice.image, !image.isEmpty else { return nil }
        let reference = notice.reference.flatMap { $0.isEmpty ? nil : $0 } ?? notice.service
        let last = reference.split(separator: "/").last.map(String.init) ?? notice.service
        let name = String(last.prefix { $0 != ":" && $0 != "@" }).lowercased()
        func quoted(_ text: String) -> String {
            let plain = CharacterSet(
                charactersIn: "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~")
            return text.addingPercentEncoding(withAllowedCharacters: plain) ?? ""
        }
        return "pkg:oci/\(quoted(name))@\(quoted(image))"
    }
}
