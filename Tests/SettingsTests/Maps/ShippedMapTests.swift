import Settings
import Testing

@Suite("Shipped import maps")
struct ShippedMapTests {
  /// The header lines of the five public files.
  private static let headers: [String: String] = [
    "sf-fire": """
    Call Number,Unit ID,Incident Number,Call Type,Call Date,Watch Date,Received DtTm,Entry DtTm,\
    Dispatch DtTm,Response DtTm,On Scene DtTm,Transport DtTm,Hospital DtTm,Call Final Disposition,\
    Available DtTm,Address,City,Zipcode of Incident,Battalion,Station Area,Box,Original Priority,\
    Priority,Final Priority,ALS Unit,Call Type Group,Number of Alarms,Unit Type,\
    Unit sequence in call dispatch,Fire Prevention District,Supervisor District,\
    Neighborhood  District,Location,RowID
    """,
    "boston-311": """
    case_enquiry_id,open_dt,target_dt,closed_dt,ontime,case_status,closure_reason,case_title,subject,\
    reason,type,queue,department,submittedphoto,closedphoto,location,fire_district,pwd_district,\
    city_council_district,police_district,neighborhood,neighborhood_services_district,ward,precinct,\
    location_street_name,location_zipcode,latitude,longitude,source
    """,
    "servicenow": """
    number,incident_state,active,reassignment_count,reopen_count,sys_mod_count,made_sla,caller_id,\
    opened_by,opened_at,sys_created_by,sys_created_at,sys_updated_by,sys_updated_at,contact_type,\
    location,category,subcategory,u_symptom,cmdb_ci,impact,urgency,priority,assignment_group,\
    assigned_to,knowledge,u_priority_confirmation,notify,problem_id,rfc,vendor,caused_by,closed_code,\
    resolved_by,resolved_at,closed_at
    """,
    "excavator": """
    BscStartDate,Asset,OriginalShorttext,PMType,Cost
    """,
    "nyc-311": """
    unique_key,created_date,agency,agency_name,complaint_type,descriptor,incident_zip,\
    intersection_street_1,intersection_street_2,address_type,city,facility_type,status,\
    resolution_description,resolution_action_updated_date,community_board,borough,\
    x_coordinate_state_plane,y_coordinate_state_plane,open_data_channel_type,park_facility_name,\
    park_borough,latitude,longitude,location,:@computed_region_efsh_h5xi,:@computed_region_f5dn_yrer,\
    :@computed_region_yeji_bk3q,:@computed_region_92fq_4b7q,:@computed_region_sbqj_enih,\
    :@computed_region_7mpf_4k6g,incident_address,street_name,cross_street_1,cross_street_2,bbl,\
    location_type,landmark,vehicle_type,closed_date,due_date,taxi_company_borough,\
    taxi_pick_up_location,bridge_highway_name,bridge_highway_direction,road_ramp,\
    bridge_highway_segment
    """
  ]

  @Test("are in the binary")
  func embedded() {
    #expect(BuiltIn.maps.keys.sorted() == (Self.headers.keys + ["callout"]).sorted())
  }

  @Test("read only columns that their files have", arguments: headers.keys.sorted())
  func columns(name: String) throws {
    let header = Set(try #require(Self.headers[name]).split(separator: ",").map(String.init))
    let map = try Shipped.map(name)
    #expect(map.columns.filter { !header.contains($0) } == [])
    #expect(map["createdAt"] != nil && map["summary"] != nil && map["site"] != nil)
  }

  @Test("join the units of a call and the events of an incident, and nothing else")
  func rowUnits() throws {
    #expect(try Shipped.map("sf-fire").source.rowsPer == .unit)
    #expect(try Shipped.map("servicenow").source.rowsPer == .event)
    for name in ["boston-311", "excavator", "nyc-311"] {
      #expect(try Shipped.map(name).source.rowsPer == .order)
    }
  }

  @Test("take days before months where the file does")
  func dates() throws {
    guard case .column(let opened) = try Shipped.map("servicenow")["createdAt"] else {
      Issue.record("createdAt is no column")
      return
    }
    #expect(opened.formats == ["dd-MM-yyyy HH:mm"])
    #expect(try Shipped.map("servicenow").source.missing.contains("?"))
  }

  @Test("turn every state and priority into a word of ours")
  func values() throws {
    let statuses: Set = ["new", "ready", "held", "review", "closed", "cancelled", "notDone"]
    var (states, priorities) = (0, 0)
    for name in Self.headers.keys.sorted() {
      if case .column(let status) = try Shipped.map(name)["status"] {
        #expect(statuses.isSuperset(of: status.values.values))
        states += status.values.count
      }
      if case .column(let priority) = try Shipped.map(name)["priority"] {
        #expect(priority.values.values.allSatisfy { ["P1", "P2", "P3", "P4"].contains($0) })
        priorities += priority.values.count
      }
    }
    #expect(states > 0 && priorities > 0)
  }
}
