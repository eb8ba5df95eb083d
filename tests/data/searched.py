"""Made-up searches and what was decided of their rows, as files that the build of cooperation reads."""

from pathlib import Path

import pandas as pd

from data.build.cooperation import build
from data.build.un_tables import UN_NAMES

HEADS = {
    "statements_1.csv": "country_iso3,partner_iso3_or_label,period_start,period_end,measure,value",
    "statements_2.csv": "country_iso3,partner_iso3_or_label,period_start,period_end,measure,value_low,value_high",
    "statements_3.csv": "country_iso3,partner_iso3_or_label,period_start,period_end,measure,value_low,value_high,"
    "source_url,quote,read_on",
    "instruments_1.csv": "country_iso3,instrument,action,date",
    "instruments_2.csv": "country_iso3,instrument,action,date,status_as_of",
    "untc/untoc.csv": 'Participant,Signature,"Ratification, Accession(a)"',
    "cooperation.csv": "file,row,decision,rule,target,reason",
    "publishers.csv": "publisher,publisher_es,publisher_pt",
    "cooperation_sources.csv": "source,title,title_language,title_es,title_pt,publisher,year,url,evidence,inferred",
    "cooperation_requests.csv": "statement,country,partner,period_start,period_end,direction,kind,instrument,"
    "crime_scope,unit,value,inferred,conflict,source,description_en,description_es,description_pt",
    "cooperation_events.csv": "event,kind,name,period_start,period_end,crime_scope,list_status,other_partners,inferred,"
    "description_en,description_es,description_pt",
    "cooperation_participants.csv": "event,country,role,source,inferred",
    "cooperation_results.csv": "result,event,country,measure,value,inferred,conflict,source",
    "cooperation_acts.csv": "country,instrument,action,date,as_of,inferred,conflict,source",
    "cooperation_lists.csv": "list,instrument,as_of,source",
    "national_statements.csv": "statement,country,period_start,period_end,measure,extent,crime_scope,value,said_by,"
    "inferred,conflict,source,description_en,description_es,description_pt",
}
ROWS = {
    "statements_1.csv": [
        "BRA,all,2013-01-01,2014-12-31,requests sent,30",
        "BRA,CHL,,,share of requests,<5",
        "ARG,CHL,2022-09-24,2022-09-24,a joint team,1",
        "REGION,all,2025,2025,countries in an operation,119",
        "CHL,EU,2022-09-24,2022-09-24,the same team,1",
    ],
    "statements_2.csv": [
        "BRA,all,2013-01-01,2014-12-31,requests sent,30,30",
        "CHL,ARG,2022-09-24,2022-09-24,arrests by the team; another report says 21,17,21",
        "ARG,CHL,2022-09-24,2022-09-24,arrests by the team,17,17",
        "ARG,,2020-01-01,2020-12-31,victims at home,>40,",
        "ARG,,2020-01-01,2020-12-31,victims at home once more,>40,",
        "ARG,,2008-01-01,,at least so many files at home,199,199",
        "ARG,,2021,2021,one raid,7,7",
    ],
    "statements_3.csv": [
        "PER,BRA,2024,2024,an agreement,1,1,https://example.org/c,Firmaron un acuerdo,2026-11-30",
        "PER,ECU,2024,2024,an agreement on migration,1,1,https://example.org/d,Firmaron otro,2026-11-30",
    ],
    "instruments_1.csv": ["ARG,UNTOC,ratification,2002-11-19", "AND,UNTOC,no_row,"],
    "instruments_2.csv": ["CHL,Medellín,signature,2019-07,2023"],
    "untc/untoc.csv": [
        *(f"{name},,19 Nov 2002" for name in UN_NAMES if name not in {"Andorra", "Chile"}),
        "Andorra,11 Nov 2001,",
        "Chile,,4 Mar 2005 a",
        "Zambia,,24 Apr 2005 a",
    ],
    "cooperation.csv": [
        "statements_1.csv,2,kept,request_figure,bra_sent,why",
        "statements_1.csv,3,kept,request_figure,bra_share,why",
        "statements_1.csv,4,kept,event_participant,team,why",
        "statements_1.csv,5,kept,event_result,operation_countries,why",
        "statements_1.csv,6,merged,same_event,team,why",
        "statements_2.csv,2,merged,same_figure,bra_sent,why",
        "statements_2.csv,3,kept,event_result,team_arrests|team_arrests_other,why",
        "statements_2.csv,4,merged,mirrored_row,team_arrests,why",
        "statements_2.csv,5,kept,national_statement,arg_victims,why",
        "statements_2.csv,6,merged,same_figure,arg_victims,why",
        "statements_2.csv,7,kept,national_statement,arg_files,why",
        "statements_2.csv,8,dropped,one_operation_at_home,,why",
        "statements_3.csv,2,kept,event_participant,agreement,why",
        "statements_3.csv,3,dropped,agreement_of_another_kind,,why",
        "instruments_1.csv,2,merged,same_act,ARG/untoc/ratification,why",
        "instruments_1.csv,3,merged,same_absence,AND/untoc/not_shown_as_party,why",
        "instruments_2.csv,2,kept,treaty_act,CHL/medellin_treaty/signature,why",
    ],
    "publishers.csv": ["A paper,Un diario,Um jornal", "United Nations,Naciones Unidas,Nações Unidas"],
    "cooperation_sources.csv": [
        "paper,A title,en,Un título,,A paper,2015,https://example.org/a,press_of_official,source_year",
        "un,A treaty,en,,,United Nations,,https://example.org/b,mirror,",
    ],
    "cooperation_requests.csv": [
        "bra_share,BRA,CHL,,,sent,requests,mla,trafficking,percent,<5,,,paper,a,b,c",
        "bra_sent,BRA,all,2013-01-01,2014-12-31,sent,requests,mla,trafficking,requests,30,period_end,,paper,a,b,c",
    ],
    "cooperation_events.csv": [
        "team,joint_team,,2022-09-24,2022-09-24,trafficking,read,,,a,b,c",
        "operation,joint_operation,Libre,2025-01-01,2025-12-31,both,not_read,INTERPOL,period_end|period_start,a,b,c",
        "agreement,agreement,,2024-01-01,2024-12-31,both,read,,,a,b,c",
    ],
    "cooperation_participants.csv": [
        "team,CHL,participant,paper,",
        "team,ARG,requesting,paper,",
        "operation,unknown,,paper,",
        "agreement,PER,participant,paper,",
        "agreement,BRA,participant,paper,",
    ],
    "cooperation_results.csv": [
        "team_arrests,team,all,arrests,17,,arrests,paper",
        "team_arrests_other,team,all,arrests,21,,arrests,un",
        "operation_countries,operation,all,countries,119,,,paper",
    ],
    "cooperation_acts.csv": ["CHL,medellin_treaty,signature,2019-07,2023,,,paper"],
    "cooperation_lists.csv": ["untc/untoc.csv,untoc,2014-01-27,un"],
    "national_statements.csv": [
        "arg_victims,ARG,2020-01-01,2020-12-31,victims_detected,whole,trafficking,>40,authority,,,paper,a,b,c",
        "arg_files,ARG,2008-01-01,,investigations,part,both,>=199,other_government,period_start,,un,d,e,f",
    ],
}
RAW = {"statements_1.csv", "statements_2.csv", "instruments_1.csv", "instruments_2.csv", "untc/untoc.csv"}
NUMBERED = RAW | {"statements_3.csv"}  # their rows are known by number


def tables(folder: Path, changes: dict[str, list[str]] | None = None) -> dict[str, pd.DataFrame]:
    """Write the made-up files, some of them changed, and build from them."""
    for name, head in HEADS.items():
        path = folder / ("raw/cooperation" if name in RAW else "curation") / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join([head, *((changes or {}).get(name) or ROWS[name]), ""]), encoding="utf-8")
    return build(folder / "raw", folder / "curation")


def change(file: str, row: int, old: str, new: str) -> dict[str, list[str]]:
    """The made-up rows of one file with one text replaced in one row (numbered as in a spreadsheet)."""
    rows = list(ROWS[file])
    assert old in rows[row - 2]
    rows[row - 2] = rows[row - 2].replace(old, new)
    return {file: rows}
