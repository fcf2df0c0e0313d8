// swift-tools-version: 6.2
import PackageDescription

/// Warnings are errors, imports are internal unless said otherwise, and a member needs its module imported.
let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility")
]

let trees: Target.Dependency = .product(name: "HashTreeCollections", package: "swift-collections")
let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let slowHash: Target.Dependency = .product(name: "CryptoExtras", package: "swift-crypto")
let server: Target.Dependency = .product(name: "Hummingbird", package: "hummingbird")
let client: Target.Dependency = .product(name: "AsyncHTTPClient", package: "async-http-client")
let buffers: Target.Dependency = .product(name: "NIOCore", package: "swift-nio")
let headers: Target.Dependency = .product(name: "NIOHTTP1", package: "swift-nio")
let sockets: Target.Dependency = .product(name: "NIOPosix", package: "swift-nio")
let testChannels: Target.Dependency = .product(name: "NIOEmbedded", package: "swift-nio")
let encryption: Target.Dependency = .product(name: "NIOSSL", package: "swift-nio-ssl")
let serverTests: Target.Dependency = .product(name: "HummingbirdTesting", package: "hummingbird")
let requests: Target.Dependency = .product(name: "HTTPTypes", package: "swift-http-types")
let serverParts: [Target.Dependency] = [
  .product(name: "HummingbirdCore", package: "hummingbird"),
  .product(name: "HummingbirdTLS", package: "hummingbird"),
  .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
  .product(name: "Logging", package: "swift-log"),
  .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
  .product(name: "UnixSignals", package: "swift-service-lifecycle")
]
let database: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")

// The rooms and their arrows; docs/architecture.md draws them, HouseTests reads the imports.
let package = Package(
  name: "callout",
  products: [
    .executable(name: "callout", targets: ["callout"]),
    // The rooms that the package in Benchmarks/ measures from inside.
    .library(name: "Demo", targets: ["Demo"]), .library(name: "Domain", targets: ["Domain"]),
    .library(name: "Exchange", targets: ["Exchange"]), .library(name: "Planner", targets: ["Planner"]),
    .library(name: "Simulation", targets: ["Simulation"]), .library(name: "Storage", targets: ["Storage"]),
    .library(name: "Sync", targets: ["Sync"]),
    // What tests load into a process so that its disk fails.
    .library(name: "FaultyDisk", type: .dynamic, targets: ["FaultyDisk"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-collections", exact: "1.6.0"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
    .package(url: "https://github.com/swift-server/async-http-client", exact: "1.37.0"),
    .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-ssl", exact: "2.37.6"),
    .package(url: "https://github.com/apple/swift-nio-extras", exact: "1.35.2"),
    .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0")
  ],
  targets: [
    .target(name: "Domain", dependencies: [trees], swiftSettings: strict),
    .target(name: "DayPlan", dependencies: ["Domain", "Planner"], swiftSettings: strict),
    .target(name: "Verbs", dependencies: ["DayPlan", "Domain"], swiftSettings: strict),
    .target(
      name: "Settings",
      resources: [.embedInCode("Keymaps"), .embedInCode("Themes"), .embedInCode("Maps")],
      swiftSettings: strict),
    .target(name: "Exchange", dependencies: ["Domain", "Planner", "Settings", crypto], swiftSettings: strict),
    .target(name: "Sync", dependencies: ["Domain", crypto, trees], swiftSettings: strict),
    .target(
      name: "Storage", dependencies: ["Domain", "Sync", database, crypto, slowHash],
      resources: [.embedInCode("Schema")],
      swiftSettings: strict),
    .target(
      name: "OfficeServer",
      dependencies: ["Domain", "Storage", "Sync", server, buffers, encryption, requests] + serverParts,
      swiftSettings: strict),
    .target(name: "Planner", swiftSettings: strict),
    .target(name: "Demo", dependencies: ["Domain"], swiftSettings: strict),
    .target(name: "Terminal", swiftSettings: strict),
    .target(name: "CNcurses", linkerSettings: [.linkedLibrary("ncursesw")]),
    .target(name: "Curses", dependencies: ["Terminal", "CNcurses"], swiftSettings: strict),
    .target(
      name: "TUI", dependencies: ["DayPlan", "Domain", "Verbs", "Settings", "Terminal"], swiftSettings: strict
    ),
    .executableTarget(
      name: "callout",
      dependencies: [
        "Curses", "DayPlan", "Demo", "Domain", "Exchange", "OfficeServer", "Planner", "Settings", "Storage",
        "Sync", "TUI", "Terminal", "Verbs", crypto, client, buffers, headers, sockets, encryption
      ],
      swiftSettings: strict),

    .target(name: "FaultyDisk", path: "Tests/FaultyDisk"),
    .target(
      name: "TestSupport", dependencies: ["Domain", "Terminal"], path: "Tests/TestSupport",
      swiftSettings: strict),
    .testTarget(
      name: "DomainTests", dependencies: ["Domain", "TestSupport", trees], exclude: ["Golden"],
      swiftSettings: strict),
    .testTarget(
      name: "VerbsTests", dependencies: ["DayPlan", "Domain", "Verbs", "TestSupport"], swiftSettings: strict),
    .testTarget(name: "SettingsTests", dependencies: ["Settings", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "ExchangeTests", dependencies: ["Domain", "Exchange", "Planner", "Settings", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "StorageTests", dependencies: ["Domain", "Storage", "TestSupport"], exclude: ["Fixtures"],
      swiftSettings: strict),
    .testTarget(
      name: "SyncTests", dependencies: ["Domain", "Simulation", "Storage", "Sync", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "OfficeServerTests",
      dependencies: [
        "Domain", "OfficeServer", "Storage", "Sync", "TestSupport", server, buffers, sockets, serverTests,
        testChannels, requests
      ],
      swiftSettings: strict),
    .target(
      name: "Simulation", dependencies: ["Domain", "Storage", "Sync", "TestSupport"],
      path: "Tests/Simulation",
      swiftSettings: strict),
    .testTarget(name: "SimulationTests", dependencies: ["Simulation", "TestSupport"], swiftSettings: strict),
    .testTarget(name: "PlannerTests", dependencies: ["Planner", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "DayPlanTests", dependencies: ["DayPlan", "Demo", "Domain", "TestSupport"], swiftSettings: strict),
    .testTarget(name: "DemoTests", dependencies: ["Demo", "Domain", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "TerminalTests", dependencies: ["Terminal", "TestSupport"], exclude: ["Screens"],
      swiftSettings: strict),
    .testTarget(
      name: "CursesTests", dependencies: ["CNcurses", "Curses", "Terminal", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "TUITests",
      dependencies: ["DayPlan", "Demo", "Domain", "Settings", "TUI", "Terminal", "TestSupport", "Verbs"],
      exclude: [
        "Screens", "Desk/Screens", "Guide/Screens", "Forms/Screens", "Pocket/Screens", "Wall/Screens",
        "Windows/Screens"
      ],
      swiftSettings: strict),
    .testTarget(
      name: "HouseTests", dependencies: ["Domain", "Settings", "TUI", "Terminal", "TestSupport", "Verbs"],
      swiftSettings: strict),
    .testTarget(name: "EndToEndTests", dependencies: ["TestSupport", "callout"], swiftSettings: strict)
  ]
)
