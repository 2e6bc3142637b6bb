import Foundation
import Incident
import RuntimeHealing
import WatchdogEngines

extension EngineOptions {
    /// Where the sample service plays, on the chosen engine.
    ///
    /// - Parameters:
    ///   - rootfs: as `--rootfs` gave it; nil for the one of the checkout.
    ///   - root: of the checkout.
    func demoStage(rootfs: String?, root: String) async throws -> any DemoStage {
        let folder = root + "/.lab/demo"
        let files = rootfs ?? root + "/.lab/image/rootfs"
        guard FileManager.default.fileExists(atPath: files + "/labapp") else {
            throw LabError(
                .unavailable, "--rootfs \(files): the sample service is not there.",
                hint: "Run scripts/labapp-image, or `make demo-runtime`, which does.")
        }
        switch try await choose() {
        case .docker(let docker): return DockerStage(docker: docker, rootfs: files, folder: folder)
        case .swarm(let swarm, let docker):
            return SwarmStage(swarm: swarm, docker: docker, rootfs: files, folder: folder)
        case .process:
            return ProcessStage(
                processes: ProcessEngine(root: folder + "/process"), rootfs: files, folder: folder)
        }
    }
}
