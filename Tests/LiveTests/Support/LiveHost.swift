import Foundation
import Testing

/// What this machine lets the live tests do.
enum LiveHost {
    static let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

    /// Path of the engine's socket.
    static let engine: String? = variable("LAB_DOCKER_HOST").map {
        $0.hasPrefix("unix://") ? String($0.dropFirst("unix://".count)) : $0
    }

    static let allowsCluster = variable("LAB_SWARM_CLUSTER") == "1"
    static let isRoot = getuid() == 0
    static let rootfs = root + "/.lab/image/rootfs"
    static let hasSample = access(rootfs + "/release.json", R_OK) == 0

    static func variable(_ name: String) -> String? {
        ProcessInfo.processInfo.environment[name].flatMap { $0.isEmpty ? nil : $0 }
    }
}

extension Trait where Self == ConditionTrait {
    /// Needs a real engine, whose socket `LAB_DOCKER_HOST` names: that says that it may be filled with containers.
    static var liveEngine: Self {
        .enabled(
            if: LiveHost.engine != nil,
            "skipped: LAB_DOCKER_HOST is not set; `LAB_DOCKER_HOST=$(scripts/engine start)` names a real engine"
        )
    }

    /// Starts and ends a Swarm of three engines on this machine, which takes root.
    static var liveCluster: Self {
        .enabled(
            if: LiveHost.allowsCluster,
            "skipped: LAB_SWARM_CLUSTER=1 is not set; it lets the test start three engines, as root")
    }

    /// Starts an engine of its own, mounts, or becomes another user.
    static var root: Self { .enabled(if: LiveHost.isRoot, "skipped: this takes root") }

    static var sample: Self {
        .enabled(if: LiveHost.hasSample, "skipped: scripts/labapp-image was not run")
    }
}
