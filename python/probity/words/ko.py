"""Korean words."""

from __future__ import annotations

WORDS: dict[str, str] = {
    # Dates, months and weekdays
    "month.1": "1월",
    "month.2": "2월",
    "month.3": "3월",
    "month.4": "4월",
    "month.5": "5월",
    "month.6": "6월",
    "month.7": "7월",
    "month.8": "8월",
    "month.9": "9월",
    "month.10": "10월",
    "month.11": "11월",
    "month.12": "12월",
    "month.short.1": "1월",
    "month.short.2": "2월",
    "month.short.3": "3월",
    "month.short.4": "4월",
    "month.short.5": "5월",
    "month.short.6": "6월",
    "month.short.7": "7월",
    "month.short.8": "8월",
    "month.short.9": "9월",
    "month.short.10": "10월",
    "month.short.11": "11월",
    "month.short.12": "12월",
    "weekday.0": "월",
    "weekday.1": "화",
    "weekday.2": "수",
    "weekday.3": "목",
    "weekday.4": "금",
    "weekday.5": "토",
    "weekday.6": "일",
    "date.iso": "{d.year}. {d.month}. {d.day}.",
    "date.iso_with_weekday": "{d.year}. {d.month}. {d.day}.({weekday})",
    "date.long": "{d.year}. {d.month}. {d.day}.",
    "date.long_with_weekday": "{d.year}. {d.month}. {d.day}.({weekday})",
    "date.short": "{d.month}. {d.day}.",
    "date.short_with_weekday": "{d.month}. {d.day}.({weekday})",
    "date.on_axis": "{d.year}. {d.month}. {d.day}.",
    "days": "{begin} ~ {last}",
    "days.of_a_year": "{begin} ~ {last_short}",
    "dates": "{begin} ~ {last}",
    "dates.of_a_month": "{begin} ~ {last}",
    "month.of_year": "{year}년 {month}월",
    "month.title": "{year}년 {month}",
    "week.n": "{week}주차",
    "week.last": "마지막 주",
    "week.from_end": "끝에서 {back}번째 주",
    "days.of_a_week": "{first.month}. {first.day}. ~ {last.month}. {last.day}.",
    "year.of": "{years}년 {title}",
    # Answers of the command line
    "cli.as_of": "{title}, {day} 현재",
    "cli.as_known": "({recorded}까지 기록된 내용)",
    "cli.last": "마지막 날",
    "cli.short": "짧은 주",
    "cli.nominal": "규칙상 {date}",
    "cli.undated": "날짜가 정해지지 않았거나 알려지지 않음",
    "cli.nothing_in": "{year}년에 기록되거나 예정된 일정이 없습니다",
    "cli.heading": "{year}년 {title}",
    "cli.meetings": "{council}: 정기회의 연 {number}회",
    "cli.meetings_1": "{council}: 정기회의 연 {number}회",
    "cli.compared": "{year}년 매월 {week}: 주차 기준에 따라 날짜가 다른 달",
    "cli.compared_month": "{month} {week}: 주차 기준별 날짜",
    "cli.no_week": "없음",
    "cli.no_such_week": "{month}에는 {convention} 기준으로 {week}가 없습니다",
    "cli.read_as": "{number}가지 해석 중 통상의 해석: {reading}",
    "cli.first_days": "기간마다 첫날만 나타냅니다: {reading}",
    "cli.hours": "시각은 {hours}입니다",
    "cli.no_date": "{begin}부터 {end} 전날까지 {rule}의 날짜가 없습니다",
    "cli.few_dates": "{after} 다음에 오는 {rule}의 날짜는 {wanted}개 중 {number}개뿐입니다",
    "cli.no_holiday": "{begin}부터 {end} 전날까지 일요일 말고는 공휴일이 없습니다",
    "cli.working_days": "{begin}부터 {end} 전날까지 근무일 {number}일",
    "cli.working_days_1": "{begin}부터 {end} 전날까지 근무일 {number}일",
    "cli.due": "{start}부터 근무일 기준 {number}일 뒤: {date}까지",
    "cli.due_1": "{start}부터 근무일 기준 {number}일 뒤: {date}까지",
    "cli.due_0": "{start} 또는 그다음 근무일: {date}까지",
    "cli.first_day": "첫날({start})은 산입하지 않음. 근무일 기준이며, 법령상 기간은 "
    "probity deadline으로 계산",
    "cli.due_before": "{start}부터 근무일 기준 {number}일 전: {date}까지",
    "cli.due_before_1": "{start}부터 근무일 기준 {number}일 전: {date}까지",
    "cli.rolled": "{date}은 근무일이 아니므로 {start}로 옮겨 계산합니다",
    "cli.passed_over": "기간에서 제외한 공휴일",
    "cli.source": "출처",
    "cli.nothing_on": "{date}에는 {title} 일정이 없습니다",
    "cli.tasks": "과제 {total}건, 완료 {done}건, 지연 {overdue}건, 선행 대기 {blocked}건",
    "cli.none_overdue": "지연된 과제가 없습니다",
    "cli.education": "{year}년 {title}: {owed}명 중 {done}명 이수, {day}까지 결과 제출",
    "cli.education_plan": "{year}년 {title}: {owed}명 중 {done}명 이수, {day}까지 결과 제출"
    "(그 전 근무일 {plan}까지 권장)",
    "cli.since": "{date} 이후 변동",
    "cli.nothing_missing": "정해진 회의가 모두 열렸거나 계획되어 있습니다",
    "cli.no_quota": "시행 중인 이행 횟수 기준이 없습니다",
    "cli.no_obligation": "기한이 돌아오는 의무 사항이 없습니다",
    "cli.nothing_taken": "{pack}의 의무 사항이 이미 모두 있어 추가한 것이 없습니다",
    "cli.no_duty": "의무교육이 없습니다",
    "cli.no_area": "부패취약분야가 없습니다",
    "cli.no_gap": "모든 분야에 개선대책과 담당부서가 있습니다",
    "cli.no_indicator": "{year}년에 기록된 평가지표가 없습니다",
    "cli.no_meeting": "{year}년에 기록된 회의가 없습니다",
    "cli.no_conflict": "연말까지 충돌하는 일정이 없습니다",
    "cli.moves": "{days}이 휴무일이 되면 {year}년에 변경되는 일정",
    "cli.moves_1": "{days}이 휴무일이 되면 {year}년에 변경되는 일정",
    "cli.no_moves": "{year}년에 변경되는 일정이 없습니다",
    "cli.recorded": "{title}: {nominal} 대신 {observed} 실시",
    "cli.recorded_by_rule": "{title}: 규칙대로 {observed} 실시",
    "cli.recorded_ahead": "{title}: {nominal} 대신 {observed} 실시 예정",
    "cli.recorded_by_rule_ahead": "{title}: 규칙대로 {observed} 실시 예정",
    "cli.recorded_not_held": "{title}: {observed} 미실시",
    "cli.recorded_cancelled": "{title}: {observed} 취소",
    "cli.counted": "기록 집계 대상: {what}",
    "cli.backdated": "소급 기록: 효력일 {on}, 기록일 {day}({days}일 뒤)",
    "cli.backdated_1": "소급 기록: 효력일 {on}, 기록일 {day}(하루 뒤)",
    "cli.kept": "{path}: 이전 내용은 {kept}에 보관",
    "cli.whole": "{file}: 기록 {events}건, 기록된 그대로임. 다이제스트 {digest}",
    "cli.not_whole": "{file}: 기록 {events}건, 기록된 그대로가 아님",
    "cli.journal_made": "{file}: 기록 {events}건으로 기록부를 만들었습니다",
    "cli.journal_exported": "{file}: 기록 {events}건을 {to}에 저장했습니다",
    "cli.anchor": "확인 문구: {anchor}",
    "cli.nothing_logged": "해당하는 기록이 없습니다",
    "cli.recovered": "{to}: 기록 {events}건을 복구했습니다",
    "cli.lost_from": "소실: {event}번 기록과 그 뒤의 기록",
    "cli.unattached": "손상되지 않았으나 소실된 기록 뒤에 있는 기록 {number}건: {file}에 보관",
    "cli.imported": "가져옴: 과제 {tasks}건, 밴드 {bands}개, 기록 {events}건",
    "cli.checked": "확인만 하고 저장하지 않음: 과제 {tasks}건, 밴드 {bands}개, 기록 {events}건",
    "cli.rows": "{number}행",
    "cli.rows_1": "{number}행",
    "cli.entries": "일정 {number}건",
    "cli.entries_1": "일정 {number}건",
    "cli.events": "기록 {number}건",
    "cli.events_1": "기록 {number}건",
    "cli.tasks_written": "과제 {number}건",
    "cli.tasks_written_1": "과제 {number}건",
    "cli.step": "{what}: {happened}{details} ({day} {by})",
    "cli.because": "; 사유: {reason}",
    "cli.dry_run": "기록하지 않았습니다. 기록하면 위와 같이 바뀝니다.",
    "cli.event_number": "{number}번 기록",
    "cli.started_with": "제출과 함께 기록",
    "cli.begun": "{file}: {title} 프로그램을 기록 {events}건으로 시작했습니다",
    "cli.begun_dry": "{file}: {title} 프로그램을 기록 {events}건으로 시작하게 됩니다",
    "cli.comes": "{title}: {days} 등",
    "cli.never_comes": "{title}: 이후 해당하는 날짜가 없습니다",
    "cli.taken_over": "{pattern}에서 가져옴: {what}",
    "cli.ask_title": "기관 이름",
    "cli.ask_id": "식별자(영문자·한글·숫자로 된 짧은 이름)",
    "cli.ask_head": "기관장 직위(없으면 빈칸)",
    "cli.ask_week": "청렴주간, 예: 매월 둘째 주(없으면 빈칸)",
    "cli.ask_day": "청렴데이, 예: 매년 12월 첫째 금요일(없으면 빈칸)",
    "cli.not_understood": "받아들일 수 없습니다: {why}",
    "cli.nothing_to_undo": "{by:이/가} 기록한 것 가운데 되돌릴 것이 없습니다",
    "cli.unchanged": "바뀐 것이 없습니다",
    "cli.form_how": "값을 고쳐 저장하고 닫으십시오. # 줄은 바로 아래 값의 설명입니다.",
    "cli.handover.open": "끝나지 않은 과제 {number}건(지연 {late}건)",
    "cli.handover.no_open": "끝나지 않은 과제가 없습니다",
    "cli.handover.coming": "앞으로 {days}일 안의 기한과 일정 {number}건",
    "cli.handover.no_coming": "앞으로 {days}일 안에 기한이나 일정이 없습니다",
    "cli.handover.owed": "기한이 지난 의무 사항 {number}건",
    "cli.handover.no_owed": "기한이 지난 의무 사항이 없습니다",
    "cli.handover.decisions": "결정이 필요한 사항 {number}건",
    "cli.handover.no_decisions": "결정이 필요한 사항이 없습니다",
    "cli.handover.presumed": "실시 기록이 없어 추정한 주간·기념일 {number}건",
    "cli.handover.no_presumed": "기록 없이 추정한 것이 없습니다",
    "cli.handover.presumed_of": "{number}회 추정({days}). 실시 여부를 기록하십시오",
    "cli.rollover.reason": "{year}년도 전환",
    "cli.rollover.carried": "이월 {number}건({ids})",
    "cli.rollover.confirm": "제안입니다. --yes를 붙이면 기록합니다.",
    "cli.name_of": "{column}명",
    "cli.chart_sheet": "부서",
    "cli.sheet.status": "추진현황",
    "cli.sheet.title": "{title} 추진현황({day} 현재)",
    "cli.sheet.changed": "최근 변동일",
    "cli.sheet.late": "지연 근무일",
    "cli.sheet.remarks": "비고",
    "cli.sheet.row": "{row}행: {what}",
    "cli.no_history": "기록된 변동이 없습니다",
    "cli.list.short": "목록.",
    "cli.list.help": (
        "그날 현재의 목록을 한 줄에 하나씩 보여 줍니다. 하나와 그 이력은 `show`로 봅니다."
    ),
    "cli.list.none": "아직 없습니다",
    "cli.verb.changes": "적은 값만 그날부터 바뀌고 나머지는 그대로입니다.",
    "cli.or": "이나 ",
    "cli.share.more_than": "{part} 초과",
    "cli.share.at_least": "{part} 이상",
    "cli.setup_several": "여러 개는 쌍반점(;)으로 구분합니다.",
    "cli.setup_needed": "모든 행에 필요합니다.",
    "cli.faults": "보완할 곳 {number}건",
    "cli.faults_1": "보완할 곳 {number}건",
    "cli.form": "작성할 서식",
    # 노트북
    "display.no_dates": "날짜 없음",
    "display.nothing": "해당 없음",
    "display.table": "표",
    "display.range": "{first} ~ {last}",
    "display.dates": "{number:,}일",
    "display.dates_1": "{number}일",
    "display.more_dates": "외 {number:,}일",
    "display.more_dates_1": "외 {number}일",
    "display.more": "외 {number:,}건",
    "display.first": "처음 {number}회",
    "display.from": ", {start}부터",
    "display.also": "추가 {days}",
    "display.without": "제외 {days}",
    "display.working_days": "{year}년: 근무일 {number}일",
    "display.working_days_1": "{year}년: 근무일 {number}일",
    "display.grey": "휴무일은 흐리게, 공휴일은 굵게",
    "display.date": "날짜",
    "display.holiday": "공휴일",
    "display.basis": "근거",
    "display.month": "월",
    "display.days": "기간",
    "display.kind": "구분",
    "display.title": "이름",
    "display.workdays": "근무일",
    "display.remark": "비고",
    "display.day": "날짜",
    "display.state": "상태",
    "display.record": "기록",
    "display.number": "수",
    "display.held": ": {period} {required}회 중 {held}회",
    "display.duty": (" {year}년: {number}명 중 {done}명 이수, 실적 보고 기한 {by}"),
    "display.duty_1": (" {year}년: {number}명 중 {done}명 이수, 실적 보고 기한 {by}"),
    "display.duty_plan": "(계획 {plan})",
    "display.nobody_lacks": "모두 이수",
    "display.progress": (
        "과제 {number}건 중 {done}건 완료, {overdue}건 지연, {blocked}건 선행과제 대기"
    ),
    "display.progress_1": (
        "과제 {number}건 중 {done}건 완료, {overdue}건 지연, {blocked}건 선행과제 대기"
    ),
    "display.events": "기록 {number:,}건",
    "display.events_1": "기록 {number}건",
    "display.last_recorded": ", 마지막 기록 {day}",
    "display.meetings": "회의 {number}회",
    "display.meetings_1": "회의 {number}회",
    "display.notice": "통지 {number}일 전",
    "display.notice_1": "통지 {number}일 전",
    "display.in_force": "{first} ~ {after}",
    # 회의 문서
    "paper.title.plan": "{meeting} 개최 계획",
    "paper.title.notice": "{meeting} 참석 알림",
    "paper.title.minutes": "{meeting} 회의록",
    "paper.title.report": "{meeting} 결과 보고",
    "paper.meeting": "{year}년 제{number}차 {council} {kind}",
    "paper.by": "작성: {by}",
    "paper.approval": "결재",
    "paper.sign": "(서명)",
    "paper.overview": "회의 개요",
    "paper.name": "회의명",
    "paper.formal": "차수",
    "paper.when": "일시",
    "paper.no_date": "미정",
    "paper.some_day": "날짜 미상({first}부터 {before} 전까지의 하루)",
    "paper.place": "장소",
    "paper.presiding": "주재",
    "paper.inference": "추정한 내용",
    "paper.quorum": "의사정족수",
    "paper.quorum_needed": "재적위원의 {share}({members}명 중 {needed}명)",
    "paper.quorum_unknown": "기록 없음",
    "paper.attendance_unknown": "출석 기록이 없어 정족수를 채운 것으로 보지 않음",
    "paper.present_of": "재적위원 {members}명 중 {present}명 출석",
    "paper.quorum_met": "{counted}, {needed}명 필요: 성원",
    "paper.quorum_failed": "{counted}, {needed}명 필요: 정족수 미달",
    "paper.nothing_decided": "의사정족수 미달로 안건을 의결하지 못함",
    "paper.decision": "의결정족수",
    "paper.notice": "개최 통지",
    "paper.notice_by": "{day}까지({days}일 전)",
    "paper.agenda": "안건",
    "paper.item": "번호",
    "paper.kind": "구분",
    "paper.subject": "안건명",
    "paper.tasks": "관련 과제",
    "paper.no_items": "기록된 안건 없음",
    "paper.members": "위원",
    "paper.post": "직위",
    "paper.role": "역할",
    "paper.vote": "의결권",
    "paper.no_members": "기록된 위원 없음",
    "paper.attendance": "출석",
    "paper.present": "출석",
    "paper.absent": "불참",
    "paper.not_recorded": "기록 없음",
    "paper.others": "위원 외 참석",
    "paper.outcomes": "심의 결과",
    "paper.outcome": "결과",
    "paper.votes": "표결",
    "paper.in_favour": "찬성 {number}",
    "paper.against": "반대 {number}",
    "paper.abstained": "기권 {number}",
    "paper.minutes_kept": "회의록",
    "paper.kept": "{state}: {file}",
    "paper.follow_up": "후속 조치",
    "paper.task": "과제",
    "paper.owner": "담당부서",
    "paper.due": "기한",
    "paper.state": "상태",
    "paper.no_tasks": "안건에 딸린 과제 없음",
    "paper.note": "비고",
    "paper.to": "수신: {members}",
    "paper.invitation": "{council} 회의를 다음과 같이 개최하오니 참석하여 주시기 바랍니다.",
    "paper.end": "끝.",
    # 일정 파일의 과제
    "ics.task": "상태: {state}",
    "ics.task_of": "담당부서: {owner}, 상태: {state}",
    "ics.no_owner": "담당부서 없음",
    # 조직개편
    "chart.told.begun": "{title}: 신설",
    "chart.told.renamed": "{title}: {to:으로/로} 명칭 변경",
    "chart.told.merged": "{title}: {to:으로/로} 통합",
    "chart.told.split": "{title}: {to:으로/로} 분리",
    "chart.told.closed": "{title}: 폐지",
    "chart.moves": "  {record} {name}: {before} -> {after}",
    "chart.faults": "반영할 수 없는 행이 {number}개 있어 아무것도 기록하지 않습니다",
    "chart.no_unit": "기존 부서도 새 부서도 없습니다",
    "chart.not_there": "{unit}: {day} 현재 그런 부서가 없거나 같은 이름의 부서가 여럿입니다",
    "chart.closed_and_not": "{unit}: 폐지하는 행과 이어지는 행이 함께 있습니다",
    "chart.differs": "{unit}: 값이 서로 다릅니다({values}). 하나만 적으십시오",
    "chart.no_kind": "{word}: 부서의 종류가 아닙니다. 가능한 값: {allowed}",
    "chart.no_band": "{word}: 밴드가 아닙니다. 가능한 값: {allowed}",
    "chart.which_band": (
        "{unit}: 어느 밴드인지 적어야 합니다. 이어받는 부서가 없거나 여러 밴드에 걸쳐 있습니다"
    ),
    "chart.keeps_id": "{unit}: 명칭만 바뀌므로 부서코드 {id:을/를} 그대로 씁니다",
    "chart.not_owned": "{unit}: 넘겨받을 것이 없습니다: {what}",
    "chart.several_owned": "{unit}: 여럿이 있습니다: {what}. 번호로 적으십시오",
    "chart.two_rests": "{unit}: 나머지를 두 행이 넘겨받습니다",
    # Refusals of the command line
    "refused.owners_without_tasks": ("--ics-by-owner와 --tasks none은 함께 쓸 수 없습니다."),
    "refused.table_or_form": "TABLE이나 --form FILE 가운데 하나만 적어야 합니다.",
    "refused.ends_before_it_begins": "--to: {end}은 기간의 첫날인 {begin}보다 앞섭니다",
    "refused.no_number": "{value}: 정수가 아닙니다.",
    "refused.number_out_of_range": (
        "{place}: {number}은(는) 범위를 벗어났습니다. {most}까지 쓸 수 있습니다"
    ),
    "refused.year_out_of_range": (
        "{place}: {year}년은 범위를 벗어났습니다. 1400년부터 9999년까지 쓸 수 있습니다"
    ),
    "refused.no_span_of_years": "{value}: 1년에서 {most}년까지의 기간이 아닙니다.",
    "refused.no_file_name": "{place}: {value}: 파일 이름이 아닙니다",
    "refused.standard_output": (
        "'-'는 표준 출력입니다. 파일을 지정하십시오. 이름이 '-'인 파일은 './-'로 적습니다."
    ),
    "refused.folder": "{place}: {value}: 폴더입니다",
    "refused.not_replaceable": "{place}: {value}: 바꿔 쓸 수 있는 파일이 아닙니다",
    "refused.no_convention": (
        "{value}: 주차 기준이 아닙니다. {names} 가운데 하나 또는 MO,4와 같이 적습니다"
    ),
    "refused.two_periods": "{one}와 {other}는 함께 쓸 수 없습니다.",
    "refused.no_period": "기간이 필요합니다: --days, --weeks, --months, --years.",
    "refused.no_time": "{text!r}은 시각이 아닙니다. 2026-09-21T14:30과 같이 적습니다",
    "refused.json_and_csv": "--json과 --csv는 함께 쓸 수 없습니다.",
    "refused.html_of_one_year": "--html, --docx, --hwpx에는 한 해만 지정할 수 있습니다.",
    "refused.no_shell": "{shell}: 자동 완성을 지원하지 않습니다.",
    "refused.one_table": "--csv에는 표를 하나만 지정할 수 있습니다.",
    "refused.one_file": "{options} 가운데 하나는 있어야 합니다.",
    "refused.no_account": "옵션 '--by'가 필요합니다. 계정에 이름이 없습니다.",
    "refused.go_on_from_it": (
        "{error}. 그 파일의 내용에 이어 기록하려면 그 파일을 프로그램으로 지정하십시오"
    ),
    "refused.no_tables": (
        "통합문서, 또는 --tasks 파일과 --bands 파일 가운데 하나 이상이 필요합니다."
    ),
    "refused.out_or_check": (
        "--out 파일이 필요합니다. 저장하지 않고 확인만 하려면 --check를 쓰십시오."
    ),
    "refused.no_out": "--out 파일이 필요합니다.",
    "refused.not_illustrative": "--illustrative는 songpa와 yongsan에만 쓸 수 있습니다.",
    "refused.no_programme": "프로그램: {name}: 파일이 없고, {names} 가운데 하나도 아닙니다",
    "refused.date_first": (
        "{value}: 프로그램입니다. 날짜를 먼저 적으십시오: probity why 2026-03-18 {name}"
    ),
    "refused.no_week_number": "몇째 주인지(N)를 적으십시오.",
    "refused.rule_from": "{start}부터의 규칙",
    "refused.rule": "규칙",
    "refused.outside_horizon": (
        "규칙: {day}은 규칙의 근무일을 알 수 있는 기간({first}부터 {last}까지)을 벗어났습니다"
    ),
    "refused.html_without_brief": "--html, --docx, --hwpx는 --brief와 함께 씁니다.",
    "refused.year_of_progress": "--year는 과제 진행률을 물을 때만 씁니다(밴드별 등).",
    "refused.one_question": (
        "--by, --task, --brief, --counts, --since는 한 번에 하나만 쓸 수 있습니다."
    ),
    "refused.since_after": "--since: {since}은 기준일인 {on}보다 뒤입니다",
    "refused.last_day": "{day}은 쓸 수 있는 마지막 날입니다",
    "refused.no_year": "연도, 또는 --from과 --to가 모두 필요합니다.",
    "refused.no_date": "날짜, 또는 --from과 --to가 모두 필요합니다.",
    "refused.date_and_window": "날짜는 --from, --to와 함께 쓸 수 없습니다.",
    "refused.year_away": (
        "{place}: {day}은 {nearest}과 1년 넘게 떨어져 있습니다. 맞으면 --sure를 쓰십시오"
    ),
    "refused.which_programme": (
        "어느 프로그램입니까? -f 파일이나 PROBITY_FILE로 파일을 지정하거나 `probity new`로 "
        "시작하십시오."
    ),
    "refused.which_programme_here": (
        "어느 프로그램입니까? -f 파일이나 PROBITY_FILE로 파일을 지정하거나 `probity new`로 "
        "시작하십시오. 여기에 있는 것: {here}."
    ),
    "refused.shipped": (
        "{name}: 함께 제공되는 프로그램이라 기록할 수 없습니다. `probity new --from "
        "{name}`으로 기관의 프로그램을 시작하십시오"
    ),
    "refused.no_file": "{name}: 파일이 없습니다. `probity new {name}`으로 프로그램을 시작하십시오",
    "refused.no_title": (
        "옵션 '--title'(기관 이름)이 필요합니다. 터미널이 아니어서 물어볼 수 없습니다. --yes를 "
        "쓰면 최소한으로 시작합니다."
    ),
    "refused.no_id": "옵션 '--id'(프로그램의 짧은 이름)가 필요합니다.",
    "refused.no_pattern": "--from: {name}: 파일이 없고, {names} 가운데 하나도 아닙니다",
    "refused.ending": (
        "파일: {path}: 이름이 {endings} 가운데 하나로 끝나야 합니다. 기록부는 .probity입니다"
    ),
    "refused.file_exists": (
        "파일: {path}: 이미 있습니다. `probity status -f {name}`으로 볼 수 있습니다"
    ),
    "refused.no_form": "이름: {id}: 서식이 없는 기록입니다",
    "refused.form_line": "{number}째 줄: {line}: {names} 가운데 하나와 쌍점(:)으로 시작해야 합니다",
    "refused.changed_meanwhile": (
        "{key}: {old}이던 값을 그사이 다른 사람이 {current}(으)로 바꾸었고, 서식에는 "
        "{new}(으)로 적혀 있습니다. 서식을 다시 여십시오"
    ),
    "refused.not_changed_whole": (
        "이름: {kind}: 통째로 바꾸지 않습니다. `probity --help`에서 쓸 수 있는 명령을 보십시오"
    ),
    "refused.not_of_kind": "{place}: {value}: {kind} 값이 아닙니다",
    "refused.ambiguous": (
        "{place}: {said}: {shown} 가운데 어느 것인지 알 수 없습니다. 더 길게 적으십시오"
    ),
    "refused.ambiguous_more": (
        "{place}: {said}: {shown} 외 {more}개 가운데 어느 것인지 알 수 없습니다. 더 길게 적으십시오"
    ),
    "refused.week_and_day": "--week와 --day는 함께 쓸 수 없습니다.",
    "refused.no_rule": "언제 되풀이됩니까? --week 문장이나 --day 문장으로 적으십시오.",
    "refused.other_kind": "--{said}: {observance}: --{kind} 문장으로 적으십시오",
    "refused.no_occurrence": "날짜: {observance}: {said}에는 해당하는 날이 없습니다",
    "refused.several_occurrences": (
        "날짜: {observance}: {said}에 해당하는 날이 {number}개 있습니다: {days}. 하나를 적으십시오"
    ),
    "refused.far_from_rule": (
        "--to: {observed}은 규칙상 날짜인 {nominal}과 1년 가까이 또는 그 이상 떨어져 있습니다. "
        "맞으면 --sure를 쓰십시오"
    ),
    "refused.not_there_on": "이름: {id}: {on}에는 없습니다. 다른 날은 --on으로 적으십시오",
    "refused.nothing_to_turn": "이월하거나 {year}년도에 새로 시작할 것이 없습니다.",
    "refused.setup_row": "{row}행",
    "refused.setup_faults": "{path}: 오류 {number}건이 있어 아무것도 가져오지 않았습니다",
    "refused.setup_faults_1": "{path}: 오류가 있어 아무것도 가져오지 않았습니다",
    "refused.setup_one_institution": "기관은 하나이며, 다른 행에 이미 있습니다",
    "refused.setup_no_institution": "기관을 적는 행이 없습니다",
    "refused.setup_no_sheet": "이런 이름의 시트는 없습니다. 쓸 수 있는 시트: {titles}",
    "refused.setup_no_column": "열이 없습니다",
    "refused.setup_formula": "수식입니다. 값을 적으십시오",
    "refused.setup_needed": "반드시 적어야 합니다",
    "refused.setup_no_column_called": "이런 이름의 열은 없습니다. 쓸 수 있는 열: {allowed}",
    "refused.setup_no_truth": "{value}: 예나 아니요가 아닙니다. 쓸 수 있는 값: {allowed}",
    "refused.sheet_faults": (
        "{name}: 받아들일 수 없는 행이 {number}개 있어 아무것도 기록하지 않았습니다"
    ),
    "refused.no_status_sheet": (
        "{name}: 추진현황표가 아닙니다. `probity export --status`로 만듭니다"
    ),
    "refused.sheet_columns": "{name}: 열이 없습니다: {columns}",
    "refused.sheet_no_task": (
        "{id:은/는} 이 표의 과제가 아닙니다. 새 과제는 `probity task add`로 등록합니다"
    ),
    "refused.sheet_twice": "과제 {id}의 행이 이미 있습니다",
    "refused.sheet_remark": "{id}의 비고는 바뀐 내용이 없어 기록할 곳이 없습니다",
    "refused.sheet_conflict": (
        "{column}: 내보낼 때 {was}, 표에서 고친 값 {edited}, 그사이 바뀐 값 {now}"
    ),
    "refused.sheet_evidence": "{id}의 증빙은 상태를 제출로 바꿀 때 받습니다",
    "refused.sheet_no_evidence": (
        "{id:을/를} 제출하려면 증빙이 필요합니다. 표와 같은 폴더의 파일 이름을 적으십시오"
    ),
    "refused.sheet_state": (
        "{id:은/는} {state} 상태여서 한 번에 {wanted:으로/로} 바꿀 수 없습니다. "
        "가능한 상태: {allowed}"
    ),
    "refused.kind_and_name": "종류와 이름을 적습니다: `show unit audit`.",
    "refused.no_kind": "{said}: 기록의 종류가 아닙니다. 있는 것: {names}",
    "refused.several_kinds": (
        "이름: {said}: {shown} 가운데 어느 것인지 알 수 없습니다. 앞에 종류를 적으십시오"
    ),
    "refused.no_such_name": (
        "이름: {said}: 그런 기록이 없습니다. `probity log`로 기록된 내용을 볼 수 있습니다"
    ),
    "sentence.rule_of_workdays": (
        "{sentence}: 주간이나 기념일의 규칙은 근무일에 따라 정할 수 없습니다. 근무일 "
        "없이 적고, 다른 날에 연 것은 따로 기록하십시오"
    ),
    "sentence.says_weeks": "{sentence}: 주간을 뜻합니다. 날을 적으십시오",
    "sentence.says_days": "{sentence}: 날을 뜻합니다. 주간을 적으십시오",
    "sentence.several_rules": "{sentence}: 규칙이 둘 이상입니다. 하나씩 나누어 적으십시오",
    "sentence.no_single_rule": (
        "{sentence}: 하나의 규칙이 아닙니다. parse_korean과 parse_english로 읽습니다"
    ),
    "sentence.spans_differ": (
        "{sentence}: 기간의 길이가 서로 다릅니다. 규칙의 길이는 하나여야 합니다"
    ),
    "sentence.week_around_date": (
        "{sentence}: 어떤 날짜가 든 주입니다. 그 달의 몇째 주인지 적으십시오"
    ),
    "refused.no_band": "{place}: {said}: 밴드와 부서를 B-01=audit,tax-1과 같이 적으십시오",
    "refused.no_reading": "--reading: {number}: {sentence}의 해석은 {readings}가지입니다",
    "refused.clear_and_value": "--clear {key}와 그 값은 함께 쓸 수 없습니다.",
    "refused.nothing_to_change": "무엇을 바꿉니까? {flags} 가운데 하나 이상을 적으십시오.",
    "refused.often_is_limit": "--often: {said}: 상한이며, 횟수 기준에는 횟수를 적어야 합니다.",
    "refused.none_called_near": "{place}: {said}: 그런 {what} 기록이 없습니다. {near}입니까?",
    "refused.none_yet": (
        "{place}: {said}: {what} 기록이 아직 없습니다. `probity {command}`로 추가하십시오"
    ),
    "refused.none_called": "{place}: {said}: 그런 {what} 기록이 없습니다. 있는 것: {shown}",
    "refused.none_called_more": (
        "{place}: {said}: 그런 {what} 기록이 없습니다. 있는 것: {shown} 외 {more}개"
    ),
    "refused.not_among": "{value}: {allowed} 가운데 하나가 아닙니다.",
    "refused.did_you_mean": "{message} {name} 명령입니까?",
    "refused.standard_output_failed": "표준 출력",
    "refused.no_utf8": "UTF-8이 아닌 글이 있습니다",
    # The planner
    "planner.planner": "{year}년 {title}",
    "planner.months": "열두 달",
    "planner.legend": "범례",
    "planner.holiday": "공휴일(굵은 글씨, 밑줄)",
    "planner.lists": "날짜 목록",
    "planner.holidays": "공휴일",
    "planner.week": "{title}(음영)",
    "planner.short": "짧은 주",
    "planner.short_note": "짧은 주",
    "planner.task": "과제 기한",
    "planner.task_done": "완료한 과제",
    "planner.done": "완료",
    "planner.dated": "기념일, 회의, 행사",
    "planner.weeks": "{title}(근무일 수)",
    "planner.working_days": "{n}일",
    "planner.working_days_tip": "근무일 {n}일",
    "planner.held": "{title} 활동",
    "planner.undated": "날짜가 정해지지 않았거나 알려지지 않음",
    "planner.tasks": "과제 기한",
    "planner.tasks_done": "완료한 과제(기한 순)",
    "planner.more": "외 {n}건",
    "planner.continued": "{heading}(계속)",
    "planner.when": "날짜",
    "planner.what": "내용",
    "planner.by_rule": "규칙상 {date}",
    "planner.law": "공휴일은 {date} 현재 알려진 근무일 달력에 따름",
    "planner.sources": "출처: ",
    # The brief
    "brief.brief": "{title} 추진 현황 보고",
    "brief.as_of": "기준일: {date}",
    "brief.summary": "요약",
    "brief.done_figure": "완료(올해 과제 {total}건)",
    "brief.late_figure": "기한 지남",
    "brief.decisions_figure": "결정 필요",
    "brief.coming_figure": "4주 안의 일정",
    "brief.decisions": "결정이 필요한 사항",
    "brief.late": "기한이 지난 과제",
    "brief.quotas": "개최 횟수 이행 현황",
    "brief.gaps": "부패취약분야 보완 필요 사항",
    "brief.done": "올해 완료한 과제",
    "brief.coming": "앞으로 4주 일정",
    "brief.about": "구분",
    "brief.what": "내용",
    "brief.owner": "담당부서",
    "brief.when": "날짜",
    "brief.task": "과제",
    "brief.due": "기한",
    "brief.days_late": "지연 근무일",
    "brief.counted": "실적",
    "brief.verdict": "판정",
    "brief.latest": "다음 개최 시한",
    "brief.area": "분야 또는 과제",
    "brief.missing": "보완할 사항",
    "brief.none": "해당 없음",
    "brief.no_gaps": "모든 분야에 개선대책과 담당부서가 있음",
    "brief.more": "외 {n}건",
    "brief.more_urgent": "(미달·미달 우려·지연 {n}건 포함)",
    "brief.no_owner": "없음",
    "brief.waits": "{title}(선행과제 {tasks} 미완료)",
    "brief.days": "{n}일",
    "brief.of": "{required}회 중 {held}회",
    "brief.of_presumed": "{counted}({on_record})",
    "brief.record": "실시 기록",
    "brief.verify": "완료 확인",
    "brief.adopt": "채택 여부",
    "brief.item": "의결 안건",
    "brief.no_quorum": "정족수 미달",
    "brief.handed_in": "{date} 제출",
    "brief.proposed": "{date} 제안",
    "brief.by": "{date}까지",
    "brief.ended": "{date} 종료, 만회 불가",
    "brief.notice_by": "{date}까지 통지",
    "brief.latest_with_notice": "{date}까지(통지 {notice}까지)",
    "brief.meets": "{date} 회의",
    "brief.workdays": "지연 근무일: 기한 다음 날부터 기준일까지의 근무일 수(토요일·공휴일 제외)",
    # Pages
    "page.illustrative": "예시",
    "page.made_up": "예시: 설명을 위하여 지어낸 자료로서 실제 기록이 아님",
    # Pictures
    "plot.coverage.coverage": "분야별 개선대책과 담당부서",
    "plot.coverage.measures": "개선대책",
    "plot.coverage.owner": "담당부서",
    "plot.coverage.none": "없음",
    "plot.coverage.without": "분야가 지정되지 않은 개선대책: {n}건",
    "plot.grades.grades": "연도별 종합청렴도 등급",
    "plot.grades.grade": "{n}등급",
    "plot.grades.reached": "결과",
    "plot.grades.aim": "목표",
    "plot.grades.score": "{score}점",
    "plot.progress.done": "완료",
    "plot.progress.open": "진행 중",
    "plot.progress.overdue": "기한 지남",
    "plot.progress.tasks": "과제 수",
    "plot.progress.total": "전체 과제",
    "plot.progress.bands": "밴드별 과제",
    "plot.progress.burnup": "과제 완료 추이",
    "plot.year.holiday": "공휴일",
    "plot.year.short": "짧은 주",
    "plot.year.weekend": "주말",
    "plot.nothing": "표시할 자료 없음",
    "plot.timeline": "일정",
    "plot.timeline.meeting_held": "개최",
    "plot.timeline.meeting_planned": "예정",
    "plot.timeline.meeting_moved": "변경 전 날짜",
    "plot.timeline.meeting_cancelled": "취소",
    "plot.timeline.meeting_some_day": "이 기간 중 개최(날짜 미상)",
    "plot.timeline.task_done": "완료한 과제",
    "plot.timeline.task_open": "진행 중인 과제",
    # Workbooks
    # Malgun Gothic, which every Windows has, by the name that Excel of the language shows for it.
    "excel.font": "맑은 고딕",
    "excel.date_format": 'yyyy". "m". "d"."',
    "excel.hint.bands": "밴드",
    "excel.hint.tasks": "과제",
    "excel.lists": "목록",
    "excel.reason": "고칠 점",
    "excel.more": "{listed} 외 {more}개",
    "excel.note.needed": "꼭 적습니다.",
    "excel.note.example": "예: {example}",
    "excel.note.date": "날짜를 2026-03-18처럼 적습니다. 모르면 비워 둡니다.",
    "excel.note.one": "목록에서 하나를 고릅니다.",
    "excel.note.text": "글을 적습니다. 없으면 비워 둡니다.",
    "excel.note.bands.id": "밴드마다 다른 번호: 영문자, 숫자, - _ .",
    "excel.note.bands.title": "밴드의 이름",
    "excel.note.bands.title_en": "영어 이름. 없으면 비워 둡니다.",
    "excel.note.bands.units": (
        "밴드에 속한 부서의 이름. 부서마다 밴드 하나에만 적습니다. 여럿이면 쌍반점(;)으로 나눕니다."
    ),
    "excel.note.tasks.id": "과제마다 다른 번호: 영문자, 숫자, - _ .",
    "excel.note.tasks.title": "과제의 이름",
    "excel.note.tasks.title_en": "영어 이름. 없으면 비워 둡니다.",
    "excel.note.tasks.owner": "과제를 맡은 부서 하나. 목록에서 고릅니다.",
    "excel.note.tasks.band": (
        "과제가 속한 밴드 하나. 밴드 시트에 적은 이름이나 목록의 이름입니다."
    ),
    "excel.note.tasks.weight": "1부터 {most}까지의 정수. 비워 두면 1입니다.",
    "excel.note.tasks.depends_on": (
        "먼저 끝나야 하는 과제의 번호. 여럿이면 쌍반점(;)으로 나눕니다."
    ),
    "excel.note.tasks.indicators": (
        "과제가 이바지하는 평가지표의 번호. 여럿이면 쌍반점(;)으로 나눕니다."
    ),
    "excel.note.tasks.proposed": "과제를 제안한 날. 비워 두면 가져오는 날입니다.",
    "excel.example.bands.id": "B-01",
    "excel.example.bands.title": "세무 밴드",
    "excel.example.bands.title_en": "Taxation band",
    "excel.example.bands.units": "세무1과; 세무2과",
    "excel.example.tasks.id": "T-01",
    "excel.example.tasks.title": "청탁금지법 교육",
    "excel.example.tasks.title_en": "Training on the Improper Solicitation Act",
    "excel.example.tasks.owner": "세무1과",
    "excel.example.tasks.band": "세무 밴드",
    "excel.example.tasks.due": "2026-03-18",
    "excel.example.tasks.weight": "2",
    "excel.example.tasks.depends_on": "T-01; T-03",
    "excel.example.tasks.proposed": "2026-03-02",
    "excel.refused.id": "이미 있는 번호",
    "excel.allowed.id": "번호는 행마다 달라야 합니다.",
    "excel.refused.list": "목록에 없는 값",
    "excel.allowed.list": "목록에서 고르십시오.",
    "excel.refused.band": "목록에 없는 밴드",
    "excel.allowed.band": "밴드 시트에 적은 밴드만 가져올 수 있습니다. 그대로 두시겠습니까?",
    "excel.refused.date": "날짜가 아닌 값",
    "excel.allowed.date": "2026-03-18처럼 날짜를 적으십시오.",
    "excel.refused.number": "가중치가 아닌 값",
    "excel.allowed.number": "1부터 {most}까지의 정수를 적으십시오.",
    "excel.cell.formula": "계산된 값이 저장되지 않은 수식입니다",
    "excel.cell.formula.allowed": "값, 또는 엑셀에서 열어 다시 저장한 수식",
    "excel.cell.error": "엑셀의 오류 값입니다",
    "excel.cell.error.allowed": "값",
    "excel.cell.id_made_a_date": "엑셀이 날짜로 바꾼 번호입니다",
    "excel.cell.id_made_a_date.allowed": "표시 형식이 텍스트인 셀의 번호",
    "excel.cell.id_shown_otherwise": (
        "표시 형식 때문에 시트에 보이는 번호를 알 수 없는 숫자입니다"
    ),
    "excel.cell.id_shown_otherwise.allowed": "표시 형식이 텍스트인 셀의 번호",
    "excel.cell.text_made_a_date": "엑셀이 날짜로 바꾼 값입니다",
    "excel.cell.text_made_a_date.allowed": "표시 형식이 텍스트인 셀의 글",
    "excel.cell.text_shown_otherwise": (
        "표시 형식 때문에 시트에 보이는 글을 알 수 없는 숫자입니다"
    ),
    "excel.cell.text_shown_otherwise.allowed": "표시 형식이 텍스트인 셀의 글",
    "excel.cell.share": "표시 형식이 백분율인 숫자입니다",
    "excel.cell.share.allowed": "정수, 표시 형식은 일반",
    "excel.cell.made_of_a_number": (
        "표시 형식이 날짜인 셀의 숫자로 보이고, 뜻한 날짜일 수 없습니다"
    ),
    "excel.cell.made_of_a_number.allowed": (
        "{first}년부터 {last}년까지의 날짜, 또는 2026-03-18과 같은 글"
    ),
    # 파이썬에서 내는 오류와 파일의 종류
    "format.locked": (
        "문서 보안({product})으로 잠긴 파일입니다. 보안을 풀거나 풀린 사본으로 저장하십시오"
    ),
    "format.locked_irm": (
        "권한 관리(Microsoft IRM)로 잠긴 파일입니다. 잠금을 풀거나 풀린 사본으로 저장하십시오"
    ),
    "format.encrypted": "암호가 걸린 파일입니다. 암호 없이 저장하십시오",
    "format.doc": "워드 문서(.doc)입니다",
    "format.ppt": "발표 자료(.ppt)입니다",
    "format.hwp": "한글 문서(.hwp)입니다",
    "format.pdf": "PDF 파일입니다",
    "format.rtf": "서식 있는 글(.rtf)입니다",
    "format.picture": "그림 파일입니다",
    "format.packed": "압축 파일({ending})입니다. 압축을 푸십시오",
    "format.sylk": "텍스트 스프레드시트(SYLK)입니다. 엑셀에서 열어 통합 문서(.xlsx)로 저장하십시오",
    "format.old_excel": (
        "엑셀 {version} 통합 문서입니다. 엑셀에서 열어 통합 문서(.xlsx)로 저장하십시오"
    ),
    "format.excel_5": "엑셀 5나 95 통합 문서입니다. 엑셀에서 열어 통합 문서(.xlsx)로 저장하십시오",
    "format.mht": "웹 보관 파일(.mht)입니다. 엑셀에서 열어 통합 문서(.xlsx)로 저장하십시오",
    "format.xml_spreadsheet": (
        "XML 스프레드시트(XML Spreadsheet 2003)입니다. 엑셀에서 열어 통합 문서(.xlsx)로 "
        "저장하십시오"
    ),
    "format.xml": "XML 파일입니다",
    "format.html": (
        "이름과 달리 웹 페이지(HTML)입니다. 엑셀에서 열어 통합 문서(.xlsx)로 저장하십시오"
    ),
    "format.xls": "엑셀 97-2003 통합 문서(.xls)입니다. .xlsx로 저장하십시오",
    "format.xlsb": "이진 통합 문서(.xlsb)입니다. .xlsx로 저장하십시오",
    "format.hwpx": "한글 문서(.hwpx)입니다",
    "format.open_document": "오픈도큐먼트 파일입니다. .xlsx로 저장하십시오",
    "format.zip": (
        "통합 문서가 아닙니다. 압축 파일(.zip)이면 그 안의 통합 문서를 읽으므로 압축을 푸십시오"
    ),
    "format.docx": "워드 문서(.docx)입니다",
    "format.pptx": "발표 자료(.pptx)입니다",
    "error.chart_columns": "{name}: 처음 {most}행 안에 {old} 열과 {new} 열이 없습니다",
    "error.chart_rows": "{name}: {most}행을 넘습니다",
    "error.no_table_file": "{path}: {what}. 쓸 수 있는 것: 통합 문서(.xlsx, .xlsm), CSV",
    "error.formula": "{name}: {cell}에 수식이 있습니다. 값이 있어야 합니다",
    "error.the_table": "표: {error}",
    "error.duckdb": (
        "probity.duckdb에는 duckdb와 pyarrow가 필요합니다. 설치: pip install probity[duckdb]"
    ),
    "error.no_tables_marked": (
        "표의 오류가 아닙니다. import_rows에서 나온 오류만 표시할 수 있습니다"
    ),
    "error.workbook_read": (
        "{path}: 읽은 통합 문서입니다. 다른 이름을 쓰거나 replace=True로 지정하십시오"
    ),
    "error.openpyxl": "통합 문서에는 openpyxl이 필요합니다. 설치: pip install probity[excel]",
    "error.workbook": "{name}: {what}. 쓸 수 있는 것: 엑셀 2007 이후의 통합 문서(.xlsx, .xlsm)",
    "error.no_workbook": "통합 문서가 아닙니다",
    "error.no_workbook_locked": (
        "통합 문서가 아닙니다. 문서 보안(DRM)으로 잠겼을 수 있으니 보안을 푸십시오"
    ),
    "error.no_workbook_text": "통합 문서가 아닙니다. 텍스트로 된 표이면 .csv로 이름을 바꾸십시오",
    "error.workbook_parts": "구성 요소가 {number}개입니다. {most}개까지 읽습니다",
    "error.workbook_part": (
        "구성 요소 {part}이(가) {size}MiB입니다. {most}MiB까지 읽습니다. 서식만 있는 빈 행과 "
        "열을 지우십시오"
    ),
    "error.workbook_whole": "구성 요소를 모두 합하면 {most}MiB를 넘습니다",
    "error.part_damaged": "{part}: 손상되었습니다({error})",
    "error.part_has": "{name}: {part}: {error}",
    "error.workbook_damaged": "통합 문서가 아니거나 손상되었습니다({kind}: {error})",
    "error.the_sheet": "{sheet} 시트",
    "error.no_sheet": "{name}: {sheet} 시트가 없습니다. 있는 것: {known}",
    "error.no_sheets": (
        "{name}: 시트가 없거나 Strict Open XML 스프레드시트입니다. .xlsx로 저장하십시오"
    ),
    "error.no_headings": (
        "{name}: 표의 제목이 있는 시트가 없습니다. 있는 시트: {known}. 쓸 수 있는 제목: {headings}"
    ),
    "error.headings_of": "{kind} {headings}",
    "error.several_sheets": (
        "{name}: {kind} 표가 있는 시트가 여럿입니다: {sheets}. 하나만 두거나 "
        'excel.read(path, {kind}="{first}")로 지정하십시오'
    ),
    "error.no_rows": "{name}: {sheets}에 제목 아래의 행이 없습니다",
    "error.sheet_no_headings": (
        "{name}: {sheet} 시트에 {kind} 표의 제목이 없습니다. 쓸 수 있는 제목: {headings}"
    ),
    "error.bands_or_tasks": (
        "{name}: {sheet} 시트가 밴드 표인지 과제 표인지 알 수 없습니다. excel.read(path, "
        'tasks="{title}")로 지정하거나 시트 이름에 {titles} 가운데 하나를 넣으십시오'
    ),
    "error.rows_on_sheet": "{name}: {sheet}의 표가 {most}행을 넘습니다",
    "error.merged_rows": "{name}: 병합된 셀이 {most}행을 넘습니다",
    "error.last_row": (
        "{name}: {sheet} 시트의 {row}행에 내용이 있습니다. 표는 {last}행까지 쓸 수 있습니다"
    ),
    "error.last_column": (
        "{name}: {sheet} 시트의 {column}열에 내용이 있습니다. {last}열까지 {most}개 열을 쓸 "
        "수 있습니다"
    ),
    "error.listed": "{names} 외 {more}개",
    "error.spread": "병합된 범위나 링크가 {most}개의 셀을 넘습니다",
    "error.elements": "요소가 {most}개를 넘습니다",
    "error.document_type": "통합 문서에 없는 문서 형식 선언이 있습니다",
    "error.cells": "서식만 있는 빈 셀까지 세면 셀이 {most}개를 넘습니다",
    "error.merges": "병합된 범위가 {most}개를 넘습니다",
    "error.no_table": "{name}: {kind} 표가 없습니다",
    "error.rows_of_no_programme": "rows=True는 프로그램의 행을 채우나 프로그램이 없습니다",
    "error.unreadable": "{name}: 읽을 수 없습니다({reason})",
    "error.too_large": "{name}: 읽을 수 있는 {most}MiB를 넘습니다",
    "error.no_owner": "owner={owner}: 부서가 아닙니다. 있는 것: {known}",
    "error.no_tasks_in_agenda": "일정에 과제가 없습니다. 종류로 나눈 일정에는 과제가 없습니다",
    "error.none": "없음",
    "error.encoding": "{path}: {place}번째 바이트({byte})가 UTF-8도 cp949도 UTF-16도 아닙니다",
    "error.encoding_locked": (
        "{path}: {place}번째 바이트({byte})가 UTF-8도 cp949도 UTF-16도 아닙니다. 문서 "
        "보안(DRM)으로 잠겼을 수 있습니다"
    ),
    "error.bytes": "바이트 {bytes}: UTF-8이나 cp949 글이 아닙니다",
    "error.no_rows_file": "{path}: {what}. 쓸 수 있는 것: 통합 문서(.xlsx, .xlsm), CSV, JSON Lines",
    "error.columns_differ": "표의 열은 길이가 같아야 합니다: {lengths}",
    "error.dict_cell": "dict {value}: 셀이 아닙니다. 쓸 수 있는 것: 글, 수, 날짜, 목록",
    "error.sheet_of_kind": "{sheet} 시트는 {kind} 표이나 {wanted}(으)로 주었습니다",
    "error.no_column_of_dict": (
        "{name}: {column}은(는) 열이 아닙니다. 표로 주는 dict에는 제목마다 목록이 있고, 행은 "
        "dict의 목록입니다"
    ),
    "error.no_row": (
        "{kind} {number}행: {type}입니다. 쓸 수 있는 것: dict의 목록이나, 첫째가 제목인 목록의 목록"
    ),
    "error.pyarrow": "Arrow 표({type})를 읽으려면 pyarrow가 필요합니다. 설치: pip install pyarrow",
    "error.no_term": "{name}: 용어가 아닙니다. 있는 것: {known}",
    "error.no_particle": "{pair}: 두 꼴이 있는 조사가 아닙니다. 쓸 수 있는 것: {known}",
    "error.no_words": "probity.labels에 없는 이름입니다: {names}",
    "error.language": '언어 "{lang}": 쓸 수 있는 것: {known}',
    "error.paper": 'paper="{paper}": 쓸 수 있는 것: {known}',
    "error.planner_year": (
        "달력은 한 해를 보여 줍니다. {begin}부터 {last}까지의 일정 대신 calendar(year)로 만드십시오"
    ),
    "error.planner_task": "tasks: {given}은(는) 과제도 (날짜, 제목)도 아닙니다",
    "error.planner_due": (
        '과제 "{task}"의 기한은 {day}입니다. 달력은 {begin}부터 {last}까지 보여 줍니다'
    ),
    "error.pandas": "probity.pandas에는 pandas가 필요합니다. 설치: pip install probity[pandas]",
    "error.ends": "날짜 {dates}개에 끝이 {ends}개입니다. 날짜마다 하나씩 있어야 합니다",
    "error.week": "달에 {week}번째 주는 없습니다. 1부터 6까지 쓸 수 있습니다",
    "error.numbers": "날짜 {dates}개에 일수가 {numbers}개입니다. 날짜마다 하나씩 있어야 합니다",
    "error.posts": "approval: 직위가 {number}개입니다. {most}개까지 쓸 수 있습니다",
    "error.docx": "워드 문서에는 python-docx가 필요합니다. 설치: pip install probity[docx]",
    "error.hwpx": "한글 문서에는 python-hwpx가 필요합니다. 설치: pip install probity[hwpx]",
    "error.no_paper": "{kind}: 회의 문서가 아닙니다. 쓸 수 있는 것: {known}",
    "error.paper_of_held": (
        "{kind}: 회의 {meeting}은(는) 열리지 않았습니다({state}). 열린 회의에만 씁니다"
    ),
    "error.paper_of_cancelled": "{kind}: 회의 {meeting}은(는) 취소되었습니다",
    "error.no_font": (
        "그림에 한글이 있으나 한글 글꼴이 없습니다. 데비안의 fonts-nanum이나 "
        "fonts-noto-cjk와 같은 글꼴을 설치하십시오"
    ),
    "error.matplotlib": "그림에는 matplotlib이 필요합니다. 설치: pip install probity[plot]",
    "error.kinds_of_own": (
        "따로 정한 종류가 {number}개입니다({names}). {most}개까지 구별할 수 있습니다"
    ),
    "error.row": '행 "{row}": {error}',
    "error.polars": "probity.polars에는 Polars가 필요합니다. 설치: pip install probity[polars]",
    "error.polars_column": (
        "열 '{column}'은(는) 날짜가 아니라 {type}입니다. polars.Date로 바꾸십시오"
    ),
    "error.no_column": "{kind} 표에 {name} 열이 없습니다",
    "error.to_frame": "to_frame에는 pandas가 필요합니다. 설치: pip install probity[pandas]",
    "error.table_of": "{names}의 표: 표에는 한 종류의 기록만 있습니다. 쓸 수 있는 것: {known}",
    # HELP
    # Help of the command line: a command by its path, an option of it by its name, or by its name
    # alone if it means the same everywhere
    "help": (
        "청렴주간과 청렴의 날, 되풀이되는 날짜, 근무일과 기관의 프로그램을 다룹니다.\n"
        "\n"
        "`new`로 프로그램을 시작합니다. 프로그램은 -f의 파일, 없으면 PROBITY_FILE의 파일, 없으면 "
        "이 폴더에 하나뿐인 *.probity입니다. "
        "프로그램에는 songpa나 yongsan, 꾸며 낸 한 해인 songpa-illustrative나 "
        "yongsan-illustrative, 또는 파일을 지정합니다. 파일은 프로그램 문서, 이력(.jsonl), "
        "기록부(.probity) 가운데 하나입니다.\n"
        "\n"
        "모든 답은 --json으로, 모든 표는 --csv로 받을 수 있고, --lang en을 쓰면 영어로 "
        "나옵니다."
    ),
    "help.epilog": (
        "종료 코드: 0 이상 없음, 1 해당 사항 있음(없는 날짜, 지연된 과제, 미달이거나 미달이 "
        "우려되는 횟수, 변경되는 일정 등이며 명령마다 도움말에 적혀 있음), 2 잘못된 사용, 3 "
        "받아들일 수 없는 자료이거나 읽거나 쓸 수 없는 파일."
    ),
    "help.--version": "버전을 표시하고 마칩니다.",
    "help.--help": "도움말을 표시하고 마칩니다.",
    "help.--lang": "언어.",
    "help.--json": "글 대신 JSON으로 표시합니다.",
    "help.--csv": "표를 CSV로 파일에 저장합니다. 파일을 적지 않으면 표준 출력에 표시합니다.",
    "help.--overlay": "아직 반영되지 않은 임시 휴무일: JSON 파일.",
    "help.--as-known-on": "그날 알려져 있던 법령에 따른 공휴일.",
    "help.--illustrative": "songpa나 yongsan의 꾸며 낸 한 해. songpa-illustrative와 같습니다.",
    "help.--recorded": (
        "2026-07-01T00:00:00Z와 같은 시각까지 기록된 내용으로 답합니다. 적지 않으면 지금까지 "
        "기록된 내용입니다."
    ),
    "help:The day on which it is asked.": "묻는 기준일.",
    "help:The day from which it is true.": "효력이 생기는 날.",
    "help:Who records it, by post or account.": "기록하는 사람의 직위나 계정.",
    "help:The source that says so.": "근거가 되는 출처.",
    "help:The name in English.": "영어 이름.",
    "help:Its name in English.": "영어 이름.",
    "help:The same in English.": "영어 표기.",
    "help:Why.": "이유.",
    'help:How often, in words: "연 3회".': '횟수, 예: "연 3회".',
    "help.--clear": "이 항목의 값이 없다고 기록합니다.",
    "help.--replace": (
        "다른 기록이 있거나 프로그램이 아닌 파일도 바꿔 씁니다. 이전 내용은 옆에 보관합니다."
    ),
    "help.--from": "기간의 첫날.",
    "help.--to": "기간이 끝난 다음 날.",
    "help.--out": (
        "결과를 저장할 파일. 이름이 .jsonl로 끝나면 이력을, 아니면 문서를 저장합니다. 다른 "
        "기록이 있는 파일에는 저장하지 않습니다."
    ),
    "help.calendar.short": "한 해의 청렴 일정.",
    "help.calendar": (
        "한 해의 청렴 일정: 청렴주간과 그 근무일, 기념일, 회의, 활동.\n"
        "\n"
        "프로그램에는 songpa, yongsan, songpa-illustrative, yongsan-illustrative, 또는 "
        "프로그램 문서나 이력 파일을 지정합니다."
    ),
    "help.calendar.--year": "연도, 또는 2026-2030과 같은 기간.",
    "help.calendar.--ics": "달력 파일도 저장합니다.",
    "help.calendar.--html": "인쇄용 페이지도 저장합니다.",
    "help.why.short": "그날의 일정과 그 근거.",
    "help.why": (
        "그날에 어떤 일정이 어느 규칙이나 기록에 따라 있는지, 다른 날로 옮겼거나 다른 날에서 "
        "옮겨 왔는지와 그 기록, 근무일인지 휴무일인지와 그 까닭을 알려 줍니다.\n"
        "\n"
        "종료 코드 1: 그날의 일정이 없고 그날에서 옮긴 일정도 없음."
    ),
    "help.week.short": "어느 달의 N째 주.",
    "help.week": (
        "어느 달의 N째 주: 1부터 5까지, 또는 달의 끝에서 세어 -1부터 -5까지.\n"
        "\n"
        "--compare를 쓰면 모든 주차 기준으로 보여 줍니다. 이때 월을 적지 않으면 그해에 기준에 "
        "따라 날짜가 다른 달을 보여 줍니다: probity week 2026 3 --compare.\n"
        "\n"
        "종료 코드 1: 그달에 그런 주가 없음."
    ),
    "help.week.--convention": (
        "주차 기준: ISO, CLDR_KR, MONDAY_ROWS, SUNDAY_MAJORITY, FULL_WEEKS, 또는 MO,4와 같이 "
        "적습니다."
    ),
    "help.week.--compare": "이름이 있는 모든 주차 기준으로 보여 줍니다.",
    "help.dates.short": "기간 안에서 규칙이 정한 날짜.",
    "help.dates": (
        '기간 안에서 규칙이 정한 날짜. 규칙은 "FREQ=MONTHLY;BYDAY=3WE", "third Wednesday of '
        'every month", "매월 셋째 수요일"과 같이 적습니다.\n'
        "\n"
        "여러 가지로 해석되는 문장은 통상의 뜻으로 풀고, 그 뜻을 알려 줍니다.\n"
        "\n"
        "종료 코드 1: 날짜가 없음."
    ),
    "help.dates.--start": "규칙을 세기 시작하는 날. 적지 않으면 --from의 날짜입니다.",
    "help.next.short": "규칙이 정한 다음 날짜.",
    "help.next": (
        '어느 날 다음에 오는 규칙의 날짜. 규칙은 "FREQ=MONTHLY;BYDAY=3WE", "third Wednesday of '
        'every month", "매월 셋째 수요일"과 같이 적습니다.\n'
        "\n"
        "종료 코드 1: 날짜가 요청한 수보다 적음."
    ),
    "help.next.--after": "이날 다음부터 찾습니다.",
    "help.next.-n": "날짜의 수.",
    "help.next.--start": "규칙을 세기 시작하는 날. 적지 않으면 --after의 날짜입니다.",
    "help.holidays.short": "한 해의 공휴일.",
    "help.holidays": (
        "한 해나 기간의 공휴일: 날짜, 이름, 종류. CSV와 JSON에는 근거 조문도 있습니다.\n"
        "\n"
        "일요일도 공휴일이지만 따로 나열하지 않습니다."
    ),
    "help.workdays.short": "근무일인지, 근무일이 며칠인지.",
    "help.workdays": (
        "그날이 근무일인지와 그 까닭, 또는 기간 안의 근무일.\n"
        "\n"
        "\x08\n"
        "probity workdays 2026-09-25                        휴무일인 까닭\n"
        "probity workdays 2026-02-13 --add 5                다섯째 근무일\n"
        "probity workdays --from 2026-02-01 --to 2026-03-01 근무일 수와 날짜\n"
        "\n"
        "종료 코드 1: 그날이 휴무일임."
    ),
    "help.workdays.--add": "그날부터 N번째 뒤의 근무일. -N이면 앞의 근무일.",
    "help.workdays.--roll": "근무일이면 그날, 아니면 이 기준에 따라 옮긴 날.",
    "help.due.short": "며칠 뒤의 근무일이 기한인지.",
    "help.due": (
        "그날부터 근무일 기준 N일 뒤의 기한과, 기간에서 제외한 공휴일.\n"
        "\n"
        "첫날은 산입하지 않습니다. N이 음수이면 거꾸로 셉니다. 법령상 기간은 "
        "`probity deadline`으로 계산합니다."
    ),
    "help.due.--roll": "먼저 날짜를 이 기준에 따라 근무일로 옮깁니다.",
    "help.deadline.short": "법령이 정한 기간의 마지막 날.",
    "help.deadline": (
        "START부터 시작하는 법정기간의 마지막 날, 근거 조문, 산입하지 않거나 지나친 날.\n"
        "\n"
        "\b\n"
        "probity deadline 2026-01-31 --days 14                        민법\n"
        "probity deadline 2026-09-21 --days 10 --rule information     정보공개 청구\n"
        "probity deadline 2026-09-21T14:30 --days 3 --rule petition   접수 시각부터 근무시간으로\n"
        "probity deadline 2026-02-28                                  법령이 정한 날\n"
        "\n"
        "기간을 적지 않으면 START를 2월 말일처럼 법령이 정한 날로 봅니다. 마지막 날 전의 근무일은 "
        "권장일입니다. `probity due`는 법령과 관계없이 근무일로 셉니다."
    ),
    "help.deadline.--days": "일로 정한 기간.",
    "help.deadline.--weeks": "주로 정한 기간.",
    "help.deadline.--months": "월로 정한 기간.",
    "help.deadline.--years": "연으로 정한 기간.",
    "help.deadline.--rule": "기간을 계산하는 법. 적지 않으면 민법.",
    "help.deadline.--from-midnight": "오전 영시에 시작하는 기간이므로 START를 산입합니다.",
    "help.deadline.--worse-for-citizen": (
        "--rule restriction의 기준에 따르는 것이 국민에게 불리합니다."
    ),
    "help.status.short": "과제 현황, 보고서, 집계.",
    "help.status": (
        "어느 날의 과제 현황. 지난날을 지정하면 그날의 현황입니다.\n"
        "\n"
        "종료 코드 1: 지연된 과제가 있음. --brief에서는 늦었거나 결정할 사항이 있음. "
        "--counts에서는 공표한 수치와 다름."
    ),
    "help.status.--by": "과제를 나누는 기준. 적지 않으면 밴드가 있을 때 밴드별로 보여 줍니다.",
    "help.status.--task": "과제 하나와 그 경과.",
    "help.status.--brief": "기관장 보고: 가장 급한 것부터.",
    "help.status.--html": "보고서를 인쇄용 한 페이지로도 저장합니다.",
    "help.status.--counts": "기록된 수와 공표한 수치를 나란히 보여 줍니다.",
    "help.status.--since": "그날 이후 늘거나 빠지거나 완료한 과제.",
    "help.overdue.short": "지연된 과제와 의무 사항.",
    "help.overdue": (
        "기한이 지나도록 끝나지 않은 과제를 지연된 근무일이 많은 순서로, 그리고 기한이 지난 의무 "
        "사항을 보여 줍니다.\n"
        "\n"
        "기한까지 제출한 과제는 확인을 기다리는 것이므로 지연이 아닙니다.\n"
        "\n"
        "종료 코드 1: 지연된 과제나 의무 사항이 있음."
    ),
    "help.overdue.--by": "과제를 묶는 기준. 적지 않으면 지연된 순서입니다.",
    "help.compliance.short": "횟수, 교육, 분야, 증빙의 이행 현황.",
    "help.compliance": (
        "정해진 일을 했는지, 아직 할 수 있는지, 하지 못했는지.\n"
        "\n"
        "횟수 기준의 판정은 충족, 충족 추정, 정상 진행, 미달 우려, 달성 불가, 미달 가운데 "
        "하나이며, 다음 회의를 열 수 있는 마지막 날과 통지해야 하는 마지막 날을 함께 보여 "
        "줍니다. 기록된 횟수가 모자라도 기록 없이 지나간 횟수를 더하면 채워지는 경우가 충족 "
        "추정입니다. 실시 여부를 기록하십시오.\n"
        "\n"
        "종료 코드 1: 횟수가 충족 추정, 미달 우려, 달성 불가, 미달임. 의사정족수에 이르지 못한 "
        "회의, 교육을 덜 받은 직원, 기한이 지났거나 증빙 없이 이행한 의무 사항, 개선대책이나 "
        "담당부서가 없는 분야, 증빙이 없는 지표, 충돌하는 일정이 있음."
    ),
    "help.compliance.--quotas": "정해진 횟수와 실제 횟수. 다른 옵션이 없으면 이것을 보여 줍니다.",
    "help.compliance.--meetings": "협의체 회의: 차수, 날짜, 의사정족수, 회의록.",
    "help.compliance.--duties": "교육: 시간이나 대면 교육이 모자란 사람과 기한.",
    "help.compliance.--obligations": "기한이 있는 의무 사항: 이행 여부와 증빙.",
    "help.compliance.--coverage": "부패취약분야별 개선대책과 담당부서.",
    "help.compliance.--evidence": "지표, 그 과제와 증빙, 빠진 것.",
    "help.compliance.--conflicts": "연말까지 서로 맞지 않는 일정.",
    "help.compliance.--all": "위의 모든 것.",
    "help.compliance.--year": "이 연도에 대하여. 적지 않으면 기준일에 대하여 답합니다.",
    "help.propose.short": "앞으로 열 회의에 알맞은 날짜.",
    "help.propose": (
        "협의체가 그해에 더 열어야 하는 정기회의에 알맞은 날짜.\n"
        "\n"
        "회의를 근무일에 고르게 나누며, 날짜마다 까닭과 차선의 날짜를 보여 줍니다."
    ),
    "help.propose.--weekday": "알맞은 요일. 여러 번 쓸 수 있습니다.",
    "help.propose.--outside-weeks": "프로그램의 주간은 피합니다.",
    "help.propose.--avoid-bridges": "휴무일 사이에 낀 날은 피합니다.",
    "help.propose.--min-days-between": "회의 사이에 두는 최소 일수.",
    "help.impact.short": "임시공휴일이 바꾸는 일정.",
    "help.impact": (
        "어느 날이 공휴일로 지정되면 그해에 바뀌는 일정: 변경 전, 변경 후, 그 결과.\n"
        "\n"
        "종료 코드 1: 바뀌는 일정이 있음."
    ),
    "help.impact.--holiday": (
        "2026-09-28:임시공휴일과 같이, 공휴일이 되는 날. 여러 번 쓸 수 있습니다."
    ),
    "help.record.short": "주간이나 기념일을 실시했는지, 언제 했는지 기록.",
    "help.record": (
        "규칙상 날짜의 주간이나 기념일이 어떻게 되었는지 기록합니다.\n"
        "\n"
        "실시했는지(다른 날에 했으면 실시일), 실시하지 않았는지, --reason을 붙여 취소했는지, "
        "다른 날로 옮겼는지 가운데 하나입니다. 두 날짜와 이유, 출처, 증빙을 모두 보관합니다.\n"
        "\n"
        "기록이 없으면 실시한 것으로 추정합니다. 그날 전에 한 기록은 실시 예정을 뜻하며 "
        "실시했다는 뜻이 아닙니다."
    ),
    "help.record.--status": "어떻게 되었는지. 적지 않으면 실시일에 실시했거나 실시할 예정입니다.",
    "help.record.--evidence": (
        "증빙 파일. 여러 번 쓸 수 있습니다. 이름과 다이제스트를 보관합니다."
    ),
    "help.import.short": "표에서 밴드와 과제 가져오기.",
    "help.import": (
        "표에 적힌 밴드와 과제를 프로그램에 가져옵니다. 모두 가져오거나 하나도 가져오지 "
        "않습니다.\n"
        "\n"
        "엑셀 통합문서 하나에 함께 적거나, 통합문서·CSV·JSON Lines 형식의 표에 따로 적습니다. "
        "제목은 한국어나 영어로 적습니다(docs/importing.md).\n"
        "\n"
        "종료 코드 3: 잘못된 행이 있음. 잘못된 행을 모두 알려 주며, --csv나 --json을 쓰면 표로 "
        "받습니다."
    ),
    "help.import.--tasks": "과제 표.",
    "help.import.--bands": "모든 밴드의 표.",
    "help.import.--check": "가져올 내용만 확인하고 저장하지 않습니다.",
    "help.import.--annotate": "잘못된 행이 있을 때 행마다 까닭을 적은 통합문서.",
    "help.import.--ignore": "가져오지 않을 열. 여러 번 쓸 수 있습니다.",
    "help.export.short": "프로그램을 파일로 저장.",
    "help.export": (
        "프로그램을 파일로 저장합니다. 파일은 통째로 바뀌며, -는 표준 출력입니다.\n"
        "\n"
        "--json이나 --jsonl의 파일에 다른 기록이 있으면 저장하지 않습니다.\n"
        "\n"
        "CSV 파일은 스프레드시트에서 한글이 깨지지 않도록 바이트 순서 표시가 있는 UTF-8로 "
        "저장합니다."
    ),
    "help.export.--year": "연도, 또는 2026-2030과 같은 기간. 적지 않으면 올해(서울)입니다.",
    "help.export.--ics": "구독할 달력.",
    "help.export.--html": "한 해를 담은 인쇄용 한 페이지.",
    "help.export.--csv": "--table에서 고른 표.",
    "help.export.--json": "프로그램 문서.",
    "help.export.--jsonl": "프로그램의 이력.",
    "help.export.--xlsx": "밴드와 과제를 담은 통합문서.",
    "help.export.--form": "밴드와 과제를 적어 가져올 수 있는 서식.",
    "help.export.--table": "--csv로 저장할 표.",
    "help.verify.short": "파일이 기록된 그대로인지.",
    "help.verify": (
        "프로그램 문서, 이력, 기록부 파일이 기록된 그대로인지 확인합니다.\n"
        "\n"
        "바뀌거나 옮겨지거나 겹치거나 빠진 줄, 지금 규칙으로는 거부될 기록, 기록 시각이 없는 "
        "기록, 효력일보다 늦게 한 기록, 편집기나 전송이 파일의 형식을 바꾼 곳을 알려 줍니다.\n"
        "\n"
        "종료 코드 1: 해당 사항이 있음. 늦게 한 기록이나 형식만 다른 경우는 아님."
    ),
    "help.verify.--anchor": (
        "따로 보관한 줄의 다이제스트나 기록부의 확인 문구. 없으면 마지막 줄이 빠져도 알 수 "
        "없습니다."
    ),
    "help.journal.short": "여러 사람이 함께 쓰는 기관의 기록부.",
    "help.journal": (
        "기관의 기록부: 여러 사람이 여러 해 동안 함께 쓰는 .probity 파일.\n"
        "\n"
        "다른 모든 명령에 프로그램 문서나 이력 대신 이 파일을 지정할 수 있습니다."
    ),
    "help.journal.create.short": "프로그램의 새 기록부.",
    "help.journal.create": (
        "프로그램으로 새 기록부를 만듭니다. 기록 시각이 있는 기록은 가져온 기록으로 봅니다."
    ),
    "help.journal.import.short": "이력의 새 기록부.",
    "help.journal.import": (
        "이력(.jsonl이나 .json)으로 새 기록부를 만듭니다. 기록 시각과 다이제스트를 그대로 둡니다."
    ),
    "help.journal.export.short": "기록부를 JSON Lines로 저장.",
    "help.journal.export": (
        "기록부를 같은 줄과 다이제스트로 이력 파일(.jsonl)에 저장합니다.\n"
        "\n"
        "같은 이력의 앞부분이 아닌 내용이 있는 파일에는 저장하지 않습니다."
    ),
    "help.journal.verify.short": "파일이 기록된 그대로인지.",
    "help.journal.verify": (
        "프로그램 문서, 이력, 기록부 파일이 기록된 그대로인지 확인합니다.\n"
        "\n"
        "바뀌거나 옮겨지거나 겹치거나 빠진 줄, 지금 규칙으로는 거부될 기록, 기록 시각이 없는 "
        "기록, 효력일보다 늦게 한 기록, 편집기나 전송이 파일의 형식을 바꾼 곳을 알려 줍니다.\n"
        "\n"
        "종료 코드 1: 해당 사항이 있음. 늦게 한 기록이나 형식만 다른 경우는 아님."
    ),
    "help.journal.verify.--anchor": (
        "따로 보관한 줄의 다이제스트나 기록부의 확인 문구. 없으면 마지막 줄이 빠져도 알 수 "
        "없습니다."
    ),
    "help.journal.anchor.short": "아무도 바꿀 수 없는 곳에 둘 한 줄.",
    "help.journal.anchor": (
        "날짜, 번호, 다이제스트 절반으로 된 짧은 줄을 표시합니다. 승인된 회의록에 적어 "
        "두십시오.\n"
        "\n"
        "`verify --anchor`는 이 줄로 그 뒤에 기록부가 잘리거나 새로 쓰였는지 알아냅니다."
    ),
    "help.journal.log.short": "무엇을 누가 언제 기록했는지.",
    "help.journal.log": "기록부의 기록을 기록한 순서대로 보여 줍니다.",
    "help.journal.log.--backdated": ("효력일부터 그 일수(적지 않으면 30일) 이상 지나서 한 기록만."),
    "help.journal.log.--clock": "시계가 앞선 기록보다 늦었던 기록만.",
    "help.journal.log.--subject": "T-07과 같이, 그것에 관한 기록만.",
    "help.journal.log.--by": "그 사람이 한 기록만.",
    "help.journal.recover.short": "손상된 기록부에서 온전한 기록을 새 파일로 복구.",
    "help.journal.recover": (
        "기록부에서 온전한 기록을 모두 새 파일에 저장하고, 잃은 것을 알려 줍니다.\n"
        "\n"
        "종료 코드 1: 잃은 것이 있음."
    ),
    "help.--file": (
        "프로그램 파일. 적지 않으면 PROBITY_FILE의 파일이나 이 폴더에 하나뿐인 *.probity입니다."
    ),
    "help.--dry-run": "바뀔 내용만 보여 주고 기록하지 않습니다.",
    "help.--sure": "1년 넘게 떨어진 날짜도 그대로 기록합니다.",
    "help.new.short": "기관의 프로그램 시작.",
    "help.new": (
        "파일(기록부 .probity)에 프로그램을 시작합니다.\n"
        "\n"
        "터미널에서는 옵션으로 적지 않은 것을 차례로 묻습니다: 기관 이름, 기관장의 직위, "
        "청렴주간과 청렴데이. 주간과 기념일은 문장으로 적으며 그 날짜를 보여 줍니다. --yes를 "
        "쓰면 아무것도 묻지 않습니다. 파일을 적지 않으면 PROBITY_FILE의 파일, 또는 식별자에 "
        ".probity를 붙인 파일입니다."
    ),
    "help.new.--yes": "아무것도 묻지 않고, 적은 것과 최소한의 것으로 시작합니다.",
    "help.new.--id": "mapo와 같은 짧은 이름.",
    "help.new.--title": "기관 이름.",
    "help.new.--head": "구청장과 같은 기관장의 직위.",
    "help.new.--week": '청렴주간: "매월 둘째 주".',
    "help.new.--day": '청렴데이: "매년 12월 첫째 금요일".',
    "help.new.--from": (
        "기관 설정 통합문서(`template setup` 참조), 또는 주간, 기념일, 활동, 협의체, "
        "횟수 기준, 의무교육을 가져올 프로그램."
    ),
    "help.new.--with": "가져올 의무 사항 꾸러미: statutory-year.",
    "help.new.--on": "프로그램이 시작되는 날.",
    "help.new.--by": "시작하는 사람.",
    "help.new.--dry-run": "시작될 내용만 보여 주고 저장하지 않습니다.",
    "help.handover.short": "후임자에게 넘길 미결·예정·결정 대기·추정 사항.",
    "help.handover": (
        "담당자가 후임자에게 넘길 사항을 기록에 따라 보여 줍니다.\n"
        "\n"
        "끝나지 않은 과제와 지연된 과제, 앞으로 --days일 안의 기한과 일정, 기한이 지난 의무 사항, "
        "결정을 기다리는 사항, 기록 없이 인정된 사항입니다."
    ),
    "help.handover.--days": "앞으로 며칠을 볼지.",
    "help.rollover.short": "연도 전환 제안과 확정.",
    "help.rollover": (
        "그해 1월 1일에 프로그램이 어떻게 바뀔지 제안하고, --yes를 붙이면 기록합니다.\n"
        "\n"
        "끝나지 않은 과제는 이월하고, 지연된 과제의 기한은 --due가 있으면 그날로 바꿉니다. "
        "제안된 뒤 채택되지 않은 과제는 --keep으로 남긴 것 말고는 제외합니다. "
        "전년도의 평가지표와 목표는 그해에 "
        "아직 없으면 새로 시작합니다."
    ),
    "help.rollover.--yes": "제안을 기록합니다.",
    "help.rollover.--due": "지연된 과제의 새 기한.",
    "help.rollover.--keep": "채택되지 않았지만 남길 과제.",
    "help.meeting.paper.short": "회의 문서: 개최 계획, 참석 알림, 회의록, 결과 보고.",
    "help.meeting.paper": (
        "기록한 회의(MEETING)로 문서를 만듭니다: 개최 계획(plan), 참석 알림(notice), "
        "회의록(minutes), 결과 보고(report).\n"
        "\n"
        "기록하지 않은 것은 빼거나 기록이 없다고 적습니다. 정족수를 채우지 못했으면 그렇다고 "
        "적습니다."
    ),
    "help.meeting.paper.--html": "인쇄할 쪽으로.",
    "help.meeting.paper.--docx": "워드 문서로.",
    "help.meeting.paper.--hwpx": "한글 문서(HWPX)로.",
    "help.--author": "작성자.",
    "help.--department": "작성 부서.",
    "help.--approval": "결재란에 넣을 직위. 여섯까지 되풀이해 적습니다.",
    "help.export.--docx": "한 해의 목록을 워드 문서로.",
    "help.export.--hwpx": "한 해의 목록을 한글 문서(HWPX)로.",
    "help.status.--docx": "보고서를 워드 문서로도.",
    "help.status.--hwpx": "보고서를 한글 문서(HWPX)로도.",
    "help.status.--year": "그해의 과제만. 그해 말까지 제안되고 그해 전에 완료되지 않은 과제입니다.",
    "help.--tasks": "일정 파일에 열린 과제의 기한을 넣는 방법.",
    "help.--remind": "일정 파일에서 며칠 전에 알릴지.",
    "help.--ics-by-owner": "담당부서마다 그 부서의 과제만 든 일정 파일.",
    "help.reorganise.short": "표로 조직개편 반영.",
    "help.reorganise": (
        "엑셀이나 CSV 표(TABLE)에 적은 조직개편을 그날부터 기록합니다.\n"
        "\n"
        "한 행에 기존 부서와 새 부서를 적습니다. 하나만 적으면 폐지나 신설, 한 부서가 한 부서가 "
        "되면 명칭 변경, 여러 부서가 한 부서가 되면 통합, 한 부서가 여러 부서가 되면 분리입니다. "
        "그 밖의 열: 새 부서의 부서코드, 구분, 밴드, 영문명과 넘겨받는 것(인계: 번호나 제목, 다른 "
        "행에 없는 것 모두는 나머지). 표에 없는 부서는 그대로입니다.\n"
        "\n"
        "모든 행을 기록하거나 하나도 기록하지 않습니다. 옮겨 가는 과제, 취약분야, 직위, 교육 "
        "대상자를 앞뒤 부서와 함께 보여 줍니다. 부서를 폐지하려면 --reason이 필요합니다."
    ),
    "help.reorganise.--form": "그날의 부서를 적은 엑셀 서식을 만듭니다. 고쳐서 TABLE로 씁니다.",
    "help.update.short": "고친 추진현황표를 기록에 반영.",
    "help.update": (
        "`export --status`로 내보낸 뒤 고친 표에서 바뀐 과제명, 담당부서, 밴드, 상태, 기한, 증빙을 "
        "기록합니다.\n"
        "\n"
        "모든 행을 기록하거나 하나도 기록하지 않습니다. 상태는 그 상태가 되는 단계로 기록하고, "
        "사유가 필요하면 그 행의 비고를, 없으면 --reason을 씁니다. "
        "증빙은 표와 같은 폴더의 파일 이름입니다. "
        "그사이 다른 담당자가 바꾼 값은 두 값을 함께 알리고 기록하지 않습니다."
    ),
    "help.export.--status": "오늘 현재 과제 추진현황표. `update`로 다시 반영합니다.",
    "help.undo.short": "마지막 기록 되돌리기.",
    "help.undo": (
        "기록이 없었던 것으로 합니다: --by가 마지막으로 한 기록, 또는 번호로 적은 기록.\n"
        "\n"
        "되돌린 기록은 누가 왜 되돌렸는지와 함께 이력에 남고 더 이상 셈하지 않습니다. 한 번 더 "
        "되돌리면 그 앞의 기록을 되돌립니다. --on을 적지 않으면 그 기록의 효력일부터 "
        "되돌립니다."
    ),
    "help.log.short": "기록한 내용, 마지막 것이 끝에.",
    "help.log": (
        "프로그램의 기록을 기록한 순서대로 보여 줍니다.\n"
        "\n"
        "이름(번호나 제목)을 적으면 그것에 관한 기록만 보여 줍니다."
    ),
    "help.log.--by": "그 사람이 한 기록만.",
    "help.log.--since": "효력일이 그날이거나 그 뒤인 기록만.",
    "help.log.-n": "마지막 N건만.",
    "help.log.--backdated": "효력일부터 그 일수(적지 않으면 30일) 이상 지나서 한 기록만.",
    "help.log.--clock": "시계가 앞선 기록보다 늦었던 기록만.",
    "help.show.short": "기록 하나와 그 이력.",
    "help.show": (
        "번호나 제목으로 찾은 것의 그날 현재 내용과, 그것에 관한 모든 기록.\n"
        "\n"
        "여러 종류에 같은 이름이 있으면 종류를 앞에 적습니다: `show unit audit`."
    ),
    "help.edit.short": "기록을 편집기에서 서식으로 고치기.",
    "help.edit": (
        "VISUAL이나 EDITOR의 편집기에서 서식을 열고, 거기서 고친 것을 기록합니다.\n"
        "\n"
        "서식에 받아들일 수 없는 것이 있으면 아무것도 기록하지 않고, 까닭을 위에 적어 서식을 "
        "다시 엽니다. 비운 줄은 값이 없다는 뜻입니다."
    ),
    "help.observance.add.short": "되풀이되는 주간이나 기념일 추가.",
    "help.observance.add": (
        "한국어나 영어 문장으로 정한 주간이나 기념일을 추가합니다.\n"
        "\n"
        "그 날짜를 보여 줍니다. 여러 가지로 해석되는 문장은 통상의 뜻이나 --reading으로 고른 "
        "뜻으로 풉니다. `probity dates`로 어느 규칙이든 날짜를 볼 수 있습니다."
    ),
    "help.observance.add.--begin": "규칙의 첫날.",
    "help.observance.add.--short-below": "근무일이 이보다 적은 주는 짧은 주입니다.",
    "help.--reading": "문장의 몇 번째 해석인지.",
    "help.observance.add.--week": '되풀이되는 주: "매월 둘째 주".',
    "help.observance.add.--day": '되풀이되는 날: "매년 3월 셋째 수요일".',
    "help.observance.change.short": "규칙, 이름, 비고 변경.",
    "help.observance.change": (
        "주간이나 기념일의 규칙, 이름 등을 바꿉니다. 지난 날짜는 그대로입니다.\n"
        "\n"
        "이전 규칙은 새 규칙이 시작하는 날(--begin, 없으면 --on)에 끝납니다."
    ),
    "help.observance.change.--begin": "새 규칙의 첫날.",
    "help.observance.change.--week": '되풀이되는 주: "매월 둘째 주".',
    "help.observance.change.--day": '되풀이되는 날: "매년 3월 셋째 수요일".',
    "help.obligation.list.short": "의무 사항과 그 상태.",
    "help.obligation.list": (
        "한 해에 기한이 돌아오는 의무 사항을 법정기한 순서로 보여 줍니다.\n"
        "\n"
        "연도를 적지 않으면 묻는 날의 연도이며, 그 전의 것 중 이행하지 않은 것도 보여 줍니다.\n"
        "\n"
        "종료 코드 1: 기한이 지난 것이 있음."
    ),
    "help.obligation.list.--state": "이 상태인 것만.",
    "help.obligation.list.--owner": "이 부서가 담당하는 것만.",
    "help.obligation.list.--year": "이 해에 기한이 돌아오는 것. 적지 않으면 묻는 날의 연도.",
    "help.obligation.take.short": "꾸러미의 의무 사항을 가져오기.",
    "help.obligation.take": (
        "꾸러미(statutory-year 또는 프로그램 파일)의 의무 사항을 그날부터 가져옵니다.\n"
        "\n"
        "같은 번호의 의무 사항이 이미 있으면 그대로 둡니다."
    ),
    "help.obligation.take.--without": "기관과 관계없는 의무 사항. 여러 번 적을 수 있습니다.",
    "help.obligation.take.--owner": "담당부서.",
    "help.observance.hold.short": "규칙상 날짜나 다른 날에 실시.",
    "help.observance.hold": "날짜(규칙상 날짜나 그 달)의 주간이나 기념일을 실시했다고 기록합니다.",
    "help.observance.hold.--to": "실시한 날.",
    "help.observance.hold.--evidence": "증빙 파일.",
    "help.observance.skip.short": "취소 또는 미실시.",
    "help.observance.skip": (
        "날짜(규칙상 날짜나 그 달)의 주간이나 기념일을 취소했다고 기록합니다.\n"
        "\n"
        "--not-held를 쓰면 그날이 지나도록 실시하지 않았다는 뜻입니다. 어느 쪽이든 --reason이 "
        "필요합니다."
    ),
    "help.observance.skip.--not-held": "그날이 지나도록 실시하지 않았습니다.",
    "help.observance.move.short": "규칙상 날짜가 아닌 날로 변경.",
    "help.observance.move": (
        "날짜의 주간이나 기념일을 새 날짜로 옮긴다고 기록합니다. 두 날짜를 모두 보관합니다."
    ),
    "help.observance.move.--evidence": "증빙 파일.",
    "help.unit.rename.short": "부서 이름 변경.",
    "help.unit.rename": "그날부터 부서를 새 이름으로 부릅니다. 그 전에는 이전 이름입니다.",
    "help.unit.merge.short": "부서를 폐지하고 다른 부서가 이어받기.",
    "help.unit.merge": (
        "부서를 폐지합니다. 그 과제, 부패취약분야, 위원 자리, 직원은 그때부터 --into의 부서에 "
        "속합니다.\n"
        "\n"
        "모두 하거나 하나도 하지 않습니다. --reason이 필요합니다."
    ),
    "help.unit.merge.--into": "이어받을 부서. 그날 있는 부서여야 합니다.",
    "help.template.short": "작성할 통합문서: setup.",
    "help.template": "작성할 통합문서.",
    "help.template.setup.short": "`new --from`으로 프로그램을 시작할 때 쓰는 통합문서.",
    "help.template.setup": (
        "기관의 내용을 적는 통합문서를 만듭니다: 부서와 위원 자리, 협의체와 그 규정과 위원, "
        "밴드, 부패취약분야, 의무교육, 주간과 기념일, 횟수 기준, 과제.\n"
        "\n"
        "칸에는 고를 목록이, 제목에는 설명이 있고, 시트마다 예시가 있습니다. 예시는 가져오지 "
        "않습니다. `probity new --from setup.xlsx`로 프로그램을 시작합니다. 파일을 적지 않으면 "
        "setup.xlsx입니다."
    ),
    "help.completion.short": "셸의 자동 완성 스크립트.",
    "help.completion": (
        "셸에서 이 명령을 자동 완성하게 하는 스크립트.\n"
        "\n"
        "\x08\n"
        "bash: echo 'eval \"$(probity completion bash)\"' >> ~/.bashrc\n"
        "zsh:  echo 'eval \"$(probity completion zsh)\"' >> ~/.zshrc\n"
        "fish: probity completion fish > ~/.config/fish/completions/probity.fish"
    ),
    # Defaults that help tells in words
    "default.today in Seoul": "오늘, 서울",
    "default.your account": "사용자 계정",
    # Names of arguments and of the values of options
    "metavar.PACK": "꾸러미",
    "metavar.TASK": "과제",
    "metavar.COUNCIL": "협의체",
    "metavar.DATE": "날짜",
    "metavar.DATE:NAME": "날짜:이름",
    "metavar.DAYS": "일수",
    "metavar.DIGEST": "다이제스트",
    "metavar.FILE": "파일",
    "metavar.[DAYS]": "[일수]",
    "metavar.[FILE]": "[파일]",
    "metavar.TABLE": "표",
    "metavar.HEADING": "제목",
    "metavar.HISTORY": "이력",
    "metavar.ID": "번호",
    "metavar.INSTANT": "시각",
    "metavar.INTEGER": "정수",
    "metavar.INTEGER RANGE": "정수",
    "metavar.JOURNAL": "기록부",
    "metavar.MONTH": "월",
    "metavar.N": "N",
    "metavar.NAME": "이름",
    "metavar.NOMINAL": "규칙상날짜",
    "metavar.OBSERVANCE": "주간·기념일",
    "metavar.OBSERVED": "실시일",
    "metavar.PROGRAMME": "프로그램",
    "metavar.RULE": "규칙",
    "metavar.TEXT": "글",
    "metavar.TO": "새파일",
    "metavar.POST": "직위",
    "metavar.SENTENCE": "문장",
    "metavar.PATTERN": "본보기",
    "metavar.WORDS": "글",
    "metavar.[KIND] NAME": "[종류] 이름",
    "metavar.SOURCE": "출처",
    "metavar.START": "시작일",
    "metavar.NEW-DATE": "새날짜",
    "metavar.UNIT": "부서",
    "metavar.UNITS": "부서",
    "metavar.TITLE": "이름",
    "metavar.FIELD": "항목",
    "metavar.NUMBER": "번호",
    "metavar.FOLDER": "폴더",
    "metavar.MEETING": "회의",
    "metavar.WHO": "기록자",
    "metavar.WORKBOOK": "통합문서",
    "metavar.YEAR": "연도",
    "metavar.[OPTIONS]": "[옵션]",
    "metavar.COMMAND [ARGS]...": "명령 [인수]...",
    # Messages of click, by their English
    "click.Usage:": "사용법:",
    "click.Options": "옵션",
    "click.Commands": "명령",
    "click.Show this message and exit.": "도움말을 표시하고 마칩니다.",
    "click.Show the version and exit.": "버전을 표시하고 마칩니다.",
    "click.env var: {var}": "환경 변수: {var}",
    "click.default: {default}": "기본값: {default}",
    "click.required": "필수",
    "click.(dynamic)": "(실행할 때 정함)",
    "click.Error: {message}": "오류: {message}",
    "click.Try '{command} {option}' for help.": "도움말은 '{command} {option}'로 볼 수 있습니다.",
    "click.Invalid value: {message}": "쓸 수 없는 값: {message}",
    "click.Invalid value for {param_hint}: {message}": "{param_hint}에 쓸 수 없는 값: {message}",
    "click.Missing argument": "필요한 인수가 없습니다:",
    "click.Missing option": "필요한 옵션이 없습니다:",
    "click.Missing parameter": "필요한 값이 없습니다:",
    "click.No such option {name!r}.": "옵션 {name!r}이(가) 없습니다.",
    "click.No such command {name!r}.": "명령 {name!r}이(가) 없습니다.",
    "click.Missing command.": "명령을 적으십시오.",
    "click.Did you mean {possibility}?": "{possibility}입니까?",
    "click.(Did you mean one of: {possibilities}?)": "({possibilities} 가운데 하나입니까?)",
    "click.Got unexpected extra argument ({args})": "쓰이지 않는 인수가 있습니다({args})",
    "click.Got unexpected extra arguments ({args})": "쓰이지 않는 인수가 있습니다({args})",
    "click.Option {name!r} requires an argument.": "옵션 {name!r}에는 값을 적어야 합니다.",
    "click.Option {name!r} requires {nargs} arguments.": (
        "옵션 {name!r}에는 값을 {nargs}개 적어야 합니다."
    ),
    "click.Choose from:\n\t{choices}": ("다음 가운데 하나:\n\t{choices}"),
    "click.{value!r} is not {choice}.": "{value!r}: {choice}이(가) 아닙니다.",
    "click.{value!r} is not one of {choices}.": "{value!r}: {choices} 가운데 하나가 아닙니다.",
    "click.{value!r} is not a valid {number_type}.": "{value!r}: 정수가 아닙니다.",
    "click.{value} is not in the range {range}.": "{value}: {range} 범위를 벗어났습니다.",
    "click.Do you want to continue?": "계속하시겠습니까?",
    "click.Error: invalid input": "오류: y나 n을 입력하십시오",
    "click.Aborted!": "중단했습니다.",
    "click.Option {name!r} does not take a value.": "옵션 {name!r}에는 값을 적지 않습니다.",
}
