import ArgumentParser
import Foundation
import Watchdog
import WatchdogEngines
import WatchdogProbes
import WatchdogJournal
import RuntimeHealing

@main
struct RuntimeBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "lab-runtime-bench")
}
