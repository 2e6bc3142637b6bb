// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "MeetingConflicts",
    targets: [
        .target(name: "MeetingConflicts"),
        .testTarget(name: "MeetingConflictsTests", dependencies: ["MeetingConflicts"]),
    ]
)
