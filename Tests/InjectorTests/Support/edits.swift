import SourceEdit

@testable import Injector

/// The source after each edit that `fault` offers, in its order.
func edits(of fault: any Fault, on source: String) -> [String] {
    let file = SourceFile(path: "Sources/A.swift", text: source)
    return fault.sites(in: file).compactMap { $0.edit.edits.applied(to: source) }
}
