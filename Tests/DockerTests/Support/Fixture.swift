import Foundation
import Testing

@testable import WatchdogEngines

/// What a real engine answered, from Fixtures/.
enum Fixture {
    static func text(_ name: String) throws -> String {
        let url = try #require(
            Bundle.module.url(forResource: "Fixtures", withExtension: nil), "there is no folder Fixtures")
        return try String(contentsOf: url.appendingPathComponent(name), encoding: .utf8)
    }

    static func json(_ name: String) throws -> JSON {
        try JSON(parsing: Array(try text(name).utf8))
    }

    static func lines(_ name: String) throws -> [JSON] {
        try text(name).split(separator: "\n").map { try JSON(parsing: Array($0.utf8)) }
    }

    /// The container with many settings, of the first image.
    static func web(_ state: String = "running") throws -> ContainerBlueprint {
        ContainerBlueprint(inspection: try json("web-\(state).json"), image: try json("image-one.json"))
    }

    static func directory() throws -> URL {
        try #require(Bundle.module.url(forResource: "Fixtures", withExtension: nil))
    }
}
