package bench

default allow := false

allow if {
	input.resource == "resource0"
	input.role == "role0"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource1"
	input.role == "role1"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource2"
	input.role == "role2"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource3"
	input.role == "role3"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource4"
	input.role == "role4"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource5"
	input.role == "role5"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource6"
	input.role == "role6"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource7"
	input.role == "role7"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource8"
	input.role == "role8"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource9"
	input.role == "role9"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource10"
	input.role == "role10"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource11"
	input.role == "role11"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource12"
	input.role == "role12"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource13"
	input.role == "role13"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource14"
	input.role == "role14"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource15"
	input.role == "role15"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource16"
	input.role == "role16"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource17"
	input.role == "role0"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource18"
	input.role == "role1"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource19"
	input.role == "role2"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource20"
	input.role == "role3"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource21"
	input.role == "role4"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource22"
	input.role == "role5"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource23"
	input.role == "role6"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource24"
	input.role == "role7"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource25"
	input.role == "role8"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource26"
	input.role == "role9"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource27"
	input.role == "role10"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource28"
	input.role == "role11"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource29"
	input.role == "role12"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource30"
	input.role == "role13"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource31"
	input.role == "role14"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource32"
	input.role == "role15"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource33"
	input.role == "role16"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource34"
	input.role == "role0"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource35"
	input.role == "role1"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource36"
	input.role == "role2"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource37"
	input.role == "role3"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource38"
	input.role == "role4"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource39"
	input.role == "role5"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource40"
	input.role == "role6"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource41"
	input.role == "role7"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource42"
	input.role == "role8"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource43"
	input.role == "role9"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource44"
	input.role == "role10"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource45"
	input.role == "role11"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource46"
	input.role == "role12"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource47"
	input.role == "role13"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource48"
	input.role == "role14"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource49"
	input.role == "role15"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource50"
	input.role == "role16"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource51"
	input.role == "role0"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource52"
	input.role == "role1"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource53"
	input.role == "role2"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource54"
	input.role == "role3"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource55"
	input.role == "role4"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource56"
	input.role == "role5"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource57"
	input.role == "role6"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource58"
	input.role == "role7"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource59"
	input.role == "role8"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource60"
	input.role == "role9"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource61"
	input.role == "role10"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource62"
	input.role == "role11"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource63"
	input.role == "role12"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource64"
	input.role == "role13"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource65"
	input.role == "role14"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource66"
	input.role == "role15"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource67"
	input.role == "role16"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource68"
	input.role == "role0"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource69"
	input.role == "role1"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource70"
	input.role == "role2"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource71"
	input.role == "role3"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource72"
	input.role == "role4"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource73"
	input.role == "role5"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource74"
	input.role == "role6"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource75"
	input.role == "role7"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource76"
	input.role == "role8"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource77"
	input.role == "role9"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource78"
	input.role == "role10"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource79"
	input.role == "role11"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource80"
	input.role == "role12"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource81"
	input.role == "role13"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource82"
	input.role == "role14"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource83"
	input.role == "role15"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource84"
	input.role == "role16"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource85"
	input.role == "role0"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource86"
	input.role == "role1"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource87"
	input.role == "role2"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource88"
	input.role == "role3"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource89"
	input.role == "role4"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource90"
	input.role == "role5"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource91"
	input.role == "role6"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource92"
	input.role == "role7"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource93"
	input.role == "role8"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource94"
	input.role == "role9"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource95"
	input.role == "role10"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource96"
	input.role == "role11"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource97"
	input.role == "role12"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource98"
	input.role == "role13"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource99"
	input.role == "role14"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource100"
	input.role == "role15"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource101"
	input.role == "role16"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource102"
	input.role == "role0"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource103"
	input.role == "role1"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource104"
	input.role == "role2"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource105"
	input.role == "role3"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource106"
	input.role == "role4"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource107"
	input.role == "role5"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource108"
	input.role == "role6"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource109"
	input.role == "role7"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource110"
	input.role == "role8"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource111"
	input.role == "role9"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource112"
	input.role == "role10"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource113"
	input.role == "role11"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource114"
	input.role == "role12"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource115"
	input.role == "role13"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource116"
	input.role == "role14"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource117"
	input.role == "role15"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource118"
	input.role == "role16"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource119"
	input.role == "role0"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource120"
	input.role == "role1"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource121"
	input.role == "role2"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource122"
	input.role == "role3"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource123"
	input.role == "role4"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource124"
	input.role == "role5"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource125"
	input.role == "role6"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource126"
	input.role == "role7"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource127"
	input.role == "role8"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource128"
	input.role == "role9"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource129"
	input.role == "role10"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource130"
	input.role == "role11"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource131"
	input.role == "role12"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource132"
	input.role == "role13"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource133"
	input.role == "role14"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource134"
	input.role == "role15"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource135"
	input.role == "role16"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource136"
	input.role == "role0"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource137"
	input.role == "role1"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource138"
	input.role == "role2"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource139"
	input.role == "role3"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource140"
	input.role == "role4"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource141"
	input.role == "role5"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource142"
	input.role == "role6"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource143"
	input.role == "role7"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource144"
	input.role == "role8"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource145"
	input.role == "role9"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource146"
	input.role == "role10"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource147"
	input.role == "role11"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource148"
	input.role == "role12"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource149"
	input.role == "role13"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource150"
	input.role == "role14"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource151"
	input.role == "role15"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource152"
	input.role == "role16"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource153"
	input.role == "role0"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource154"
	input.role == "role1"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource155"
	input.role == "role2"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource156"
	input.role == "role3"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource157"
	input.role == "role4"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource158"
	input.role == "role5"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource159"
	input.role == "role6"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource160"
	input.role == "role7"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource161"
	input.role == "role8"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource162"
	input.role == "role9"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource163"
	input.role == "role10"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource164"
	input.role == "role11"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource165"
	input.role == "role12"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource166"
	input.role == "role13"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource167"
	input.role == "role14"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource168"
	input.role == "role15"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource169"
	input.role == "role16"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource170"
	input.role == "role0"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource171"
	input.role == "role1"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource172"
	input.role == "role2"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource173"
	input.role == "role3"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource174"
	input.role == "role4"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource175"
	input.role == "role5"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource176"
	input.role == "role6"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource177"
	input.role == "role7"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource178"
	input.role == "role8"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource179"
	input.role == "role9"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource180"
	input.role == "role10"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource181"
	input.role == "role11"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource182"
	input.role == "role12"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource183"
	input.role == "role13"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource184"
	input.role == "role14"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource185"
	input.role == "role15"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource186"
	input.role == "role16"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource187"
	input.role == "role0"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource188"
	input.role == "role1"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource189"
	input.role == "role2"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource190"
	input.role == "role3"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource191"
	input.role == "role4"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource192"
	input.role == "role5"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource193"
	input.role == "role6"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource194"
	input.role == "role7"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource195"
	input.role == "role8"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource196"
	input.role == "role9"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource197"
	input.role == "role10"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource198"
	input.role == "role11"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource199"
	input.role == "role12"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource200"
	input.role == "role13"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource201"
	input.role == "role14"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource202"
	input.role == "role15"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource203"
	input.role == "role16"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource204"
	input.role == "role0"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource205"
	input.role == "role1"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource206"
	input.role == "role2"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource207"
	input.role == "role3"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource208"
	input.role == "role4"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource209"
	input.role == "role5"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource210"
	input.role == "role6"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource211"
	input.role == "role7"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource212"
	input.role == "role8"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource213"
	input.role == "role9"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource214"
	input.role == "role10"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource215"
	input.role == "role11"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource216"
	input.role == "role12"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource217"
	input.role == "role13"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource218"
	input.role == "role14"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource219"
	input.role == "role15"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource220"
	input.role == "role16"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource221"
	input.role == "role0"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource222"
	input.role == "role1"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource223"
	input.role == "role2"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource224"
	input.role == "role3"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource225"
	input.role == "role4"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource226"
	input.role == "role5"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource227"
	input.role == "role6"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource228"
	input.role == "role7"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource229"
	input.role == "role8"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource230"
	input.role == "role9"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource231"
	input.role == "role10"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource232"
	input.role == "role11"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource233"
	input.role == "role12"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource234"
	input.role == "role13"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource235"
	input.role == "role14"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource236"
	input.role == "role15"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource237"
	input.role == "role16"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource238"
	input.role == "role0"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource239"
	input.role == "role1"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource240"
	input.role == "role2"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource241"
	input.role == "role3"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource242"
	input.role == "role4"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource243"
	input.role == "role5"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource244"
	input.role == "role6"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource245"
	input.role == "role7"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource246"
	input.role == "role8"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource247"
	input.role == "role9"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource248"
	input.role == "role10"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource249"
	input.role == "role11"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource250"
	input.role == "role12"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource251"
	input.role == "role13"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource252"
	input.role == "role14"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource253"
	input.role == "role15"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource254"
	input.role == "role16"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource255"
	input.role == "role0"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource256"
	input.role == "role1"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource257"
	input.role == "role2"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource258"
	input.role == "role3"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource259"
	input.role == "role4"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource260"
	input.role == "role5"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource261"
	input.role == "role6"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource262"
	input.role == "role7"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource263"
	input.role == "role8"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource264"
	input.role == "role9"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource265"
	input.role == "role10"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource266"
	input.role == "role11"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource267"
	input.role == "role12"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource268"
	input.role == "role13"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource269"
	input.role == "role14"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource270"
	input.role == "role15"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource271"
	input.role == "role16"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource272"
	input.role == "role0"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource273"
	input.role == "role1"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource274"
	input.role == "role2"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource275"
	input.role == "role3"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource276"
	input.role == "role4"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource277"
	input.role == "role5"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource278"
	input.role == "role6"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource279"
	input.role == "role7"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource280"
	input.role == "role8"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource281"
	input.role == "role9"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource282"
	input.role == "role10"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource283"
	input.role == "role11"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource284"
	input.role == "role12"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource285"
	input.role == "role13"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource286"
	input.role == "role14"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource287"
	input.role == "role15"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource288"
	input.role == "role16"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource289"
	input.role == "role0"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource290"
	input.role == "role1"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource291"
	input.role == "role2"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource292"
	input.role == "role3"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource293"
	input.role == "role4"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource294"
	input.role == "role5"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource295"
	input.role == "role6"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource296"
	input.role == "role7"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource297"
	input.role == "role8"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource298"
	input.role == "role9"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource299"
	input.role == "role10"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource300"
	input.role == "role11"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource301"
	input.role == "role12"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource302"
	input.role == "role13"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource303"
	input.role == "role14"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource304"
	input.role == "role15"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource305"
	input.role == "role16"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource306"
	input.role == "role0"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource307"
	input.role == "role1"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource308"
	input.role == "role2"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource309"
	input.role == "role3"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource310"
	input.role == "role4"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource311"
	input.role == "role5"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource312"
	input.role == "role6"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource313"
	input.role == "role7"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource314"
	input.role == "role8"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource315"
	input.role == "role9"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource316"
	input.role == "role10"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource317"
	input.role == "role11"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource318"
	input.role == "role12"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource319"
	input.role == "role13"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource320"
	input.role == "role14"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource321"
	input.role == "role15"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource322"
	input.role == "role16"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource323"
	input.role == "role0"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource324"
	input.role == "role1"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource325"
	input.role == "role2"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource326"
	input.role == "role3"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource327"
	input.role == "role4"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource328"
	input.role == "role5"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource329"
	input.role == "role6"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource330"
	input.role == "role7"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource331"
	input.role == "role8"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource332"
	input.role == "role9"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource333"
	input.role == "role10"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource334"
	input.role == "role11"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource335"
	input.role == "role12"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource336"
	input.role == "role13"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource337"
	input.role == "role14"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource338"
	input.role == "role15"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource339"
	input.role == "role16"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource340"
	input.role == "role0"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource341"
	input.role == "role1"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource342"
	input.role == "role2"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource343"
	input.role == "role3"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource344"
	input.role == "role4"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource345"
	input.role == "role5"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource346"
	input.role == "role6"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource347"
	input.role == "role7"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource348"
	input.role == "role8"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource349"
	input.role == "role9"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource350"
	input.role == "role10"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource351"
	input.role == "role11"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource352"
	input.role == "role12"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource353"
	input.role == "role13"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource354"
	input.role == "role14"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource355"
	input.role == "role15"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource356"
	input.role == "role16"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource357"
	input.role == "role0"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource358"
	input.role == "role1"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource359"
	input.role == "role2"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource360"
	input.role == "role3"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource361"
	input.role == "role4"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource362"
	input.role == "role5"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource363"
	input.role == "role6"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource364"
	input.role == "role7"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource365"
	input.role == "role8"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource366"
	input.role == "role9"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource367"
	input.role == "role10"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource368"
	input.role == "role11"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource369"
	input.role == "role12"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource370"
	input.role == "role13"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource371"
	input.role == "role14"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource372"
	input.role == "role15"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource373"
	input.role == "role16"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource374"
	input.role == "role0"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource375"
	input.role == "role1"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource376"
	input.role == "role2"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource377"
	input.role == "role3"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource378"
	input.role == "role4"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource379"
	input.role == "role5"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource380"
	input.role == "role6"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource381"
	input.role == "role7"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource382"
	input.role == "role8"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource383"
	input.role == "role9"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource384"
	input.role == "role10"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource385"
	input.role == "role11"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource386"
	input.role == "role12"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource387"
	input.role == "role13"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource388"
	input.role == "role14"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource389"
	input.role == "role15"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource390"
	input.role == "role16"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource391"
	input.role == "role0"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource392"
	input.role == "role1"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource393"
	input.role == "role2"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource394"
	input.role == "role3"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource395"
	input.role == "role4"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource396"
	input.role == "role5"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource397"
	input.role == "role6"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource398"
	input.role == "role7"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource399"
	input.role == "role8"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource400"
	input.role == "role9"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource401"
	input.role == "role10"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource402"
	input.role == "role11"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource403"
	input.role == "role12"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource404"
	input.role == "role13"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource405"
	input.role == "role14"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource406"
	input.role == "role15"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource407"
	input.role == "role16"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource408"
	input.role == "role0"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource409"
	input.role == "role1"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource410"
	input.role == "role2"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource411"
	input.role == "role3"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource412"
	input.role == "role4"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource413"
	input.role == "role5"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource414"
	input.role == "role6"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource415"
	input.role == "role7"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource416"
	input.role == "role8"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource417"
	input.role == "role9"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource418"
	input.role == "role10"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource419"
	input.role == "role11"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource420"
	input.role == "role12"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource421"
	input.role == "role13"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource422"
	input.role == "role14"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource423"
	input.role == "role15"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource424"
	input.role == "role16"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource425"
	input.role == "role0"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource426"
	input.role == "role1"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource427"
	input.role == "role2"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource428"
	input.role == "role3"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource429"
	input.role == "role4"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource430"
	input.role == "role5"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource431"
	input.role == "role6"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource432"
	input.role == "role7"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource433"
	input.role == "role8"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource434"
	input.role == "role9"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource435"
	input.role == "role10"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource436"
	input.role == "role11"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource437"
	input.role == "role12"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource438"
	input.role == "role13"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource439"
	input.role == "role14"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource440"
	input.role == "role15"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource441"
	input.role == "role16"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource442"
	input.role == "role0"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource443"
	input.role == "role1"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource444"
	input.role == "role2"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource445"
	input.role == "role3"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource446"
	input.role == "role4"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource447"
	input.role == "role5"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource448"
	input.role == "role6"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource449"
	input.role == "role7"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource450"
	input.role == "role8"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource451"
	input.role == "role9"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource452"
	input.role == "role10"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource453"
	input.role == "role11"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource454"
	input.role == "role12"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource455"
	input.role == "role13"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource456"
	input.role == "role14"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource457"
	input.role == "role15"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource458"
	input.role == "role16"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource459"
	input.role == "role0"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource460"
	input.role == "role1"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource461"
	input.role == "role2"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource462"
	input.role == "role3"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource463"
	input.role == "role4"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource464"
	input.role == "role5"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource465"
	input.role == "role6"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource466"
	input.role == "role7"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource467"
	input.role == "role8"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource468"
	input.role == "role9"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource469"
	input.role == "role10"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource470"
	input.role == "role11"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource471"
	input.role == "role12"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource472"
	input.role == "role13"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource473"
	input.role == "role14"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource474"
	input.role == "role15"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource475"
	input.role == "role16"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource476"
	input.role == "role0"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource477"
	input.role == "role1"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource478"
	input.role == "role2"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource479"
	input.role == "role3"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource480"
	input.role == "role4"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource481"
	input.role == "role5"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource482"
	input.role == "role6"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource483"
	input.role == "role7"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource484"
	input.role == "role8"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource485"
	input.role == "role9"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource486"
	input.role == "role10"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource487"
	input.role == "role11"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource488"
	input.role == "role12"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource489"
	input.role == "role13"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource490"
	input.role == "role14"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource491"
	input.role == "role15"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource492"
	input.role == "role16"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource493"
	input.role == "role0"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource494"
	input.role == "role1"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource495"
	input.role == "role2"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource496"
	input.role == "role3"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource497"
	input.role == "role4"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource498"
	input.role == "role5"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource499"
	input.role == "role6"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource500"
	input.role == "role7"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource501"
	input.role == "role8"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource502"
	input.role == "role9"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource503"
	input.role == "role10"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource504"
	input.role == "role11"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource505"
	input.role == "role12"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource506"
	input.role == "role13"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource507"
	input.role == "role14"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource508"
	input.role == "role15"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource509"
	input.role == "role16"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource510"
	input.role == "role0"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource511"
	input.role == "role1"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource512"
	input.role == "role2"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource513"
	input.role == "role3"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource514"
	input.role == "role4"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource515"
	input.role == "role5"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource516"
	input.role == "role6"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource517"
	input.role == "role7"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource518"
	input.role == "role8"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource519"
	input.role == "role9"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource520"
	input.role == "role10"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource521"
	input.role == "role11"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource522"
	input.role == "role12"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource523"
	input.role == "role13"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource524"
	input.role == "role14"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource525"
	input.role == "role15"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource526"
	input.role == "role16"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource527"
	input.role == "role0"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource528"
	input.role == "role1"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource529"
	input.role == "role2"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource530"
	input.role == "role3"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource531"
	input.role == "role4"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource532"
	input.role == "role5"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource533"
	input.role == "role6"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource534"
	input.role == "role7"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource535"
	input.role == "role8"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource536"
	input.role == "role9"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource537"
	input.role == "role10"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource538"
	input.role == "role11"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource539"
	input.role == "role12"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource540"
	input.role == "role13"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource541"
	input.role == "role14"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource542"
	input.role == "role15"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource543"
	input.role == "role16"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource544"
	input.role == "role0"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource545"
	input.role == "role1"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource546"
	input.role == "role2"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource547"
	input.role == "role3"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource548"
	input.role == "role4"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource549"
	input.role == "role5"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource550"
	input.role == "role6"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource551"
	input.role == "role7"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource552"
	input.role == "role8"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource553"
	input.role == "role9"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource554"
	input.role == "role10"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource555"
	input.role == "role11"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource556"
	input.role == "role12"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource557"
	input.role == "role13"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource558"
	input.role == "role14"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource559"
	input.role == "role15"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource560"
	input.role == "role16"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource561"
	input.role == "role0"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource562"
	input.role == "role1"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource563"
	input.role == "role2"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource564"
	input.role == "role3"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource565"
	input.role == "role4"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource566"
	input.role == "role5"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource567"
	input.role == "role6"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource568"
	input.role == "role7"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource569"
	input.role == "role8"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource570"
	input.role == "role9"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource571"
	input.role == "role10"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource572"
	input.role == "role11"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource573"
	input.role == "role12"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource574"
	input.role == "role13"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource575"
	input.role == "role14"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource576"
	input.role == "role15"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource577"
	input.role == "role16"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource578"
	input.role == "role0"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource579"
	input.role == "role1"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource580"
	input.role == "role2"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource581"
	input.role == "role3"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource582"
	input.role == "role4"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource583"
	input.role == "role5"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource584"
	input.role == "role6"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource585"
	input.role == "role7"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource586"
	input.role == "role8"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource587"
	input.role == "role9"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource588"
	input.role == "role10"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource589"
	input.role == "role11"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource590"
	input.role == "role12"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource591"
	input.role == "role13"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource592"
	input.role == "role14"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource593"
	input.role == "role15"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource594"
	input.role == "role16"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource595"
	input.role == "role0"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource596"
	input.role == "role1"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource597"
	input.role == "role2"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource598"
	input.role == "role3"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource599"
	input.role == "role4"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource600"
	input.role == "role5"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource601"
	input.role == "role6"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource602"
	input.role == "role7"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource603"
	input.role == "role8"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource604"
	input.role == "role9"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource605"
	input.role == "role10"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource606"
	input.role == "role11"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource607"
	input.role == "role12"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource608"
	input.role == "role13"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource609"
	input.role == "role14"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource610"
	input.role == "role15"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource611"
	input.role == "role16"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource612"
	input.role == "role0"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource613"
	input.role == "role1"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource614"
	input.role == "role2"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource615"
	input.role == "role3"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource616"
	input.role == "role4"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource617"
	input.role == "role5"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource618"
	input.role == "role6"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource619"
	input.role == "role7"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource620"
	input.role == "role8"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource621"
	input.role == "role9"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource622"
	input.role == "role10"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource623"
	input.role == "role11"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource624"
	input.role == "role12"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource625"
	input.role == "role13"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource626"
	input.role == "role14"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource627"
	input.role == "role15"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource628"
	input.role == "role16"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource629"
	input.role == "role0"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource630"
	input.role == "role1"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource631"
	input.role == "role2"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource632"
	input.role == "role3"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource633"
	input.role == "role4"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource634"
	input.role == "role5"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource635"
	input.role == "role6"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource636"
	input.role == "role7"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource637"
	input.role == "role8"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource638"
	input.role == "role9"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource639"
	input.role == "role10"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource640"
	input.role == "role11"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource641"
	input.role == "role12"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource642"
	input.role == "role13"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource643"
	input.role == "role14"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource644"
	input.role == "role15"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource645"
	input.role == "role16"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource646"
	input.role == "role0"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource647"
	input.role == "role1"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource648"
	input.role == "role2"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource649"
	input.role == "role3"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource650"
	input.role == "role4"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource651"
	input.role == "role5"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource652"
	input.role == "role6"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource653"
	input.role == "role7"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource654"
	input.role == "role8"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource655"
	input.role == "role9"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource656"
	input.role == "role10"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource657"
	input.role == "role11"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource658"
	input.role == "role12"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource659"
	input.role == "role13"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource660"
	input.role == "role14"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource661"
	input.role == "role15"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource662"
	input.role == "role16"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource663"
	input.role == "role0"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource664"
	input.role == "role1"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource665"
	input.role == "role2"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource666"
	input.role == "role3"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource667"
	input.role == "role4"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource668"
	input.role == "role5"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource669"
	input.role == "role6"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource670"
	input.role == "role7"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource671"
	input.role == "role8"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource672"
	input.role == "role9"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource673"
	input.role == "role10"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource674"
	input.role == "role11"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource675"
	input.role == "role12"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource676"
	input.role == "role13"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource677"
	input.role == "role14"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource678"
	input.role == "role15"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource679"
	input.role == "role16"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource680"
	input.role == "role0"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource681"
	input.role == "role1"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource682"
	input.role == "role2"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource683"
	input.role == "role3"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource684"
	input.role == "role4"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource685"
	input.role == "role5"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource686"
	input.role == "role6"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource687"
	input.role == "role7"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource688"
	input.role == "role8"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource689"
	input.role == "role9"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource690"
	input.role == "role10"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource691"
	input.role == "role11"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource692"
	input.role == "role12"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource693"
	input.role == "role13"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource694"
	input.role == "role14"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource695"
	input.role == "role15"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource696"
	input.role == "role16"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource697"
	input.role == "role0"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource698"
	input.role == "role1"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource699"
	input.role == "role2"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource700"
	input.role == "role3"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource701"
	input.role == "role4"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource702"
	input.role == "role5"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource703"
	input.role == "role6"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource704"
	input.role == "role7"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource705"
	input.role == "role8"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource706"
	input.role == "role9"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource707"
	input.role == "role10"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource708"
	input.role == "role11"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource709"
	input.role == "role12"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource710"
	input.role == "role13"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource711"
	input.role == "role14"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource712"
	input.role == "role15"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource713"
	input.role == "role16"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource714"
	input.role == "role0"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource715"
	input.role == "role1"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource716"
	input.role == "role2"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource717"
	input.role == "role3"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource718"
	input.role == "role4"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource719"
	input.role == "role5"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource720"
	input.role == "role6"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource721"
	input.role == "role7"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource722"
	input.role == "role8"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource723"
	input.role == "role9"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource724"
	input.role == "role10"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource725"
	input.role == "role11"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource726"
	input.role == "role12"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource727"
	input.role == "role13"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource728"
	input.role == "role14"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource729"
	input.role == "role15"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource730"
	input.role == "role16"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource731"
	input.role == "role0"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource732"
	input.role == "role1"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource733"
	input.role == "role2"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource734"
	input.role == "role3"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource735"
	input.role == "role4"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource736"
	input.role == "role5"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource737"
	input.role == "role6"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource738"
	input.role == "role7"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource739"
	input.role == "role8"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource740"
	input.role == "role9"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource741"
	input.role == "role10"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource742"
	input.role == "role11"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource743"
	input.role == "role12"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource744"
	input.role == "role13"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource745"
	input.role == "role14"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource746"
	input.role == "role15"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource747"
	input.role == "role16"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource748"
	input.role == "role0"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource749"
	input.role == "role1"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource750"
	input.role == "role2"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource751"
	input.role == "role3"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource752"
	input.role == "role4"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource753"
	input.role == "role5"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource754"
	input.role == "role6"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource755"
	input.role == "role7"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource756"
	input.role == "role8"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource757"
	input.role == "role9"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource758"
	input.role == "role10"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource759"
	input.role == "role11"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource760"
	input.role == "role12"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource761"
	input.role == "role13"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource762"
	input.role == "role14"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource763"
	input.role == "role15"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource764"
	input.role == "role16"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource765"
	input.role == "role0"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource766"
	input.role == "role1"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource767"
	input.role == "role2"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource768"
	input.role == "role3"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource769"
	input.role == "role4"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource770"
	input.role == "role5"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource771"
	input.role == "role6"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource772"
	input.role == "role7"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource773"
	input.role == "role8"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource774"
	input.role == "role9"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource775"
	input.role == "role10"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource776"
	input.role == "role11"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource777"
	input.role == "role12"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource778"
	input.role == "role13"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource779"
	input.role == "role14"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource780"
	input.role == "role15"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource781"
	input.role == "role16"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource782"
	input.role == "role0"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource783"
	input.role == "role1"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource784"
	input.role == "role2"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource785"
	input.role == "role3"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource786"
	input.role == "role4"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource787"
	input.role == "role5"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource788"
	input.role == "role6"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource789"
	input.role == "role7"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource790"
	input.role == "role8"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource791"
	input.role == "role9"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource792"
	input.role == "role10"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource793"
	input.role == "role11"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource794"
	input.role == "role12"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource795"
	input.role == "role13"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource796"
	input.role == "role14"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource797"
	input.role == "role15"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource798"
	input.role == "role16"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource799"
	input.role == "role0"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource800"
	input.role == "role1"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource801"
	input.role == "role2"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource802"
	input.role == "role3"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource803"
	input.role == "role4"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource804"
	input.role == "role5"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource805"
	input.role == "role6"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource806"
	input.role == "role7"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource807"
	input.role == "role8"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource808"
	input.role == "role9"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource809"
	input.role == "role10"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource810"
	input.role == "role11"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource811"
	input.role == "role12"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource812"
	input.role == "role13"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource813"
	input.role == "role14"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource814"
	input.role == "role15"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource815"
	input.role == "role16"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource816"
	input.role == "role0"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource817"
	input.role == "role1"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource818"
	input.role == "role2"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource819"
	input.role == "role3"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource820"
	input.role == "role4"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource821"
	input.role == "role5"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource822"
	input.role == "role6"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource823"
	input.role == "role7"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource824"
	input.role == "role8"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource825"
	input.role == "role9"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource826"
	input.role == "role10"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource827"
	input.role == "role11"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource828"
	input.role == "role12"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource829"
	input.role == "role13"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource830"
	input.role == "role14"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource831"
	input.role == "role15"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource832"
	input.role == "role16"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource833"
	input.role == "role0"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource834"
	input.role == "role1"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource835"
	input.role == "role2"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource836"
	input.role == "role3"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource837"
	input.role == "role4"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource838"
	input.role == "role5"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource839"
	input.role == "role6"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource840"
	input.role == "role7"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource841"
	input.role == "role8"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource842"
	input.role == "role9"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource843"
	input.role == "role10"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource844"
	input.role == "role11"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource845"
	input.role == "role12"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource846"
	input.role == "role13"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource847"
	input.role == "role14"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource848"
	input.role == "role15"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource849"
	input.role == "role16"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource850"
	input.role == "role0"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource851"
	input.role == "role1"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource852"
	input.role == "role2"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource853"
	input.role == "role3"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource854"
	input.role == "role4"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource855"
	input.role == "role5"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource856"
	input.role == "role6"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource857"
	input.role == "role7"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource858"
	input.role == "role8"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource859"
	input.role == "role9"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource860"
	input.role == "role10"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource861"
	input.role == "role11"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource862"
	input.role == "role12"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource863"
	input.role == "role13"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource864"
	input.role == "role14"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource865"
	input.role == "role15"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource866"
	input.role == "role16"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource867"
	input.role == "role0"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource868"
	input.role == "role1"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource869"
	input.role == "role2"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource870"
	input.role == "role3"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource871"
	input.role == "role4"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource872"
	input.role == "role5"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource873"
	input.role == "role6"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource874"
	input.role == "role7"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource875"
	input.role == "role8"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource876"
	input.role == "role9"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource877"
	input.role == "role10"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource878"
	input.role == "role11"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource879"
	input.role == "role12"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource880"
	input.role == "role13"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource881"
	input.role == "role14"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource882"
	input.role == "role15"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource883"
	input.role == "role16"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource884"
	input.role == "role0"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource885"
	input.role == "role1"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource886"
	input.role == "role2"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource887"
	input.role == "role3"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource888"
	input.role == "role4"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource889"
	input.role == "role5"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource890"
	input.role == "role6"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource891"
	input.role == "role7"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource892"
	input.role == "role8"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource893"
	input.role == "role9"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource894"
	input.role == "role10"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource895"
	input.role == "role11"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource896"
	input.role == "role12"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource897"
	input.role == "role13"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource898"
	input.role == "role14"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource899"
	input.role == "role15"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource900"
	input.role == "role16"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource901"
	input.role == "role0"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource902"
	input.role == "role1"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource903"
	input.role == "role2"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource904"
	input.role == "role3"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource905"
	input.role == "role4"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource906"
	input.role == "role5"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource907"
	input.role == "role6"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource908"
	input.role == "role7"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource909"
	input.role == "role8"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource910"
	input.role == "role9"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource911"
	input.role == "role10"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource912"
	input.role == "role11"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource913"
	input.role == "role12"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource914"
	input.role == "role13"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource915"
	input.role == "role14"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource916"
	input.role == "role15"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource917"
	input.role == "role16"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource918"
	input.role == "role0"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource919"
	input.role == "role1"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource920"
	input.role == "role2"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource921"
	input.role == "role3"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource922"
	input.role == "role4"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource923"
	input.role == "role5"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource924"
	input.role == "role6"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource925"
	input.role == "role7"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource926"
	input.role == "role8"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource927"
	input.role == "role9"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource928"
	input.role == "role10"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource929"
	input.role == "role11"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource930"
	input.role == "role12"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource931"
	input.role == "role13"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource932"
	input.role == "role14"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource933"
	input.role == "role15"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource934"
	input.role == "role16"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource935"
	input.role == "role0"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource936"
	input.role == "role1"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource937"
	input.role == "role2"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource938"
	input.role == "role3"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource939"
	input.role == "role4"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource940"
	input.role == "role5"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource941"
	input.role == "role6"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource942"
	input.role == "role7"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource943"
	input.role == "role8"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource944"
	input.role == "role9"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource945"
	input.role == "role10"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource946"
	input.role == "role11"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource947"
	input.role == "role12"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource948"
	input.role == "role13"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource949"
	input.role == "role14"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource950"
	input.role == "role15"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource951"
	input.role == "role16"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource952"
	input.role == "role0"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource953"
	input.role == "role1"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource954"
	input.role == "role2"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource955"
	input.role == "role3"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource956"
	input.role == "role4"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource957"
	input.role == "role5"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource958"
	input.role == "role6"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource959"
	input.role == "role7"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource960"
	input.role == "role8"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource961"
	input.role == "role9"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource962"
	input.role == "role10"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource963"
	input.role == "role11"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource964"
	input.role == "role12"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource965"
	input.role == "role13"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource966"
	input.role == "role14"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource967"
	input.role == "role15"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource968"
	input.role == "role16"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource969"
	input.role == "role0"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource970"
	input.role == "role1"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource971"
	input.role == "role2"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource972"
	input.role == "role3"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource973"
	input.role == "role4"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource974"
	input.role == "role5"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource975"
	input.role == "role6"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource976"
	input.role == "role7"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource977"
	input.role == "role8"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource978"
	input.role == "role9"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource979"
	input.role == "role10"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource980"
	input.role == "role11"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource981"
	input.role == "role12"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource982"
	input.role == "role13"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource983"
	input.role == "role14"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource984"
	input.role == "role15"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource985"
	input.role == "role16"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource986"
	input.role == "role0"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource987"
	input.role == "role1"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource988"
	input.role == "role2"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource989"
	input.role == "role3"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource990"
	input.role == "role4"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource991"
	input.role == "role5"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource992"
	input.role == "role6"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource993"
	input.role == "role7"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource994"
	input.role == "role8"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource995"
	input.role == "role9"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource996"
	input.role == "role10"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource997"
	input.role == "role11"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource998"
	input.role == "role12"
	input.action in ["read", "list"]
}

allow if {
	input.resource == "resource999"
	input.role == "role13"
	input.action in ["read", "list"]
}
