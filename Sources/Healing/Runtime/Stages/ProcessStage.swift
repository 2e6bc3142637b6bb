import Foundation
import Incident
package import Watchdog
package import WatchdogEngines

/// The runtime demo without any container engine: releases in directories, supervised processes.
package struct ProcessStage: DemoStage {
    private let processes: ProcessEngine
    private let files: DemoFiles
    private let folder: String

    package init(processes: ProcessEngine, rootfs: String, folder: String) {
        self.processes = processes
        self.folder = folder
        files = DemoFiles(rootfs: rootfs, folder: folder)
    }

    package var engine: any ContainerEngine { processes }

    package var access: [String: String] { ["LAB_PROCESS_ROOT": processes.path] }

    /// Programs run in the container's own directory; the one that a start clears lies beside it.
    package var places: DemoPlaces { DemoPlaces(own: ".", scratch: "../tmp", data: files.data) }

    package func prepare() async throws {
        await tearDown()
        try files.prepare()
    }

    package func install(_ reference: String, settings: [String: String]) async throws -> String {
        let release = folder + "/release"
        let manager = FileManager.default
        try? manager.removeItem(atPath: release)
        try manager.createDirectory(atPath: release + "/usr", withIntermediateDirectories: true)
        defer { try? manager.removeItem(atPath: release) }
        // The program looks for its libraries beside itself; where it is static there are none.
        for name in ["/labapp", "/usr/lib"] where manager.fileExists(atPath: files.rootfs + name) {
            try manager.copyItem(atPath: files.rootfs + name, toPath: release + name)
        }
        let manifest = ReleaseManifest(command: "labapp", environment: settings)
        try CanonicalJSON.encode(manifest).write(
            to: URL(fileURLWithPath: release + "/" + ReleaseManifest.fileName))
        return try await processes.install(release: release, reference: reference)
    }

    package func deploy(_ service: DemoService, image: String) async throws {
        try await succeed(processes.perform(.tag(image: image, reference: service.reference)))
        try await remove(service.name)
        _ = try await processes.run(
            name: service.name, reference: service.reference,
            settings: ProcessSettings(
                environment: service.settings,
                memoryLimitBytes: service.memoryLimitBytes, labels: ["dev.healing-lab.demo": "true"]))
    }

    package func stop(_ name: String) async throws {
        try await succeed(processes.perform(.stop(id: name, timeout: .seconds(10))))
    }

    package func tearDown() async {
        for container in (try? await processes.list()) ?? [] { try? await remove(container.id) }
    }

    private func remove(_ word: String) async throws {
        let all = try await processes.list()
        guard let container = all.first(where: { $0.id == word || $0.name == word }) else { return }
        if container.isUp {
            try await succeed(processes.perform(.stop(id: container.id, timeout: .seconds(2))))
        }
        try await succeed(processes.perform(.remove(id: container.id)))
    }

    private func succeed(_ reply: EngineReply) throws {
        switch reply {
        case .refused(let fault), .unknown(let fault): throw fault
        case .survey, .logs, .done: return
        }
    }
}
