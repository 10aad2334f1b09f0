// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/model/api/requestrows.h"

namespace sightglass::test {

namespace {

constexpr AnswerRow answers[] = {
    {"scalar", "GET /api/v1/query?query=1.5&time=100.25",
     R"({"resultType":"scalar","result":[100.250,"1.5"]})"},
    {"string", "GET /api/v1/query?query=%22a%5Cn%3Cb%3E%22&time=7",
     R"({"resultType":"string","result":[7,"a\n\u003cb\u003e"]})"},
    {"vector", "GET /api/v1/query?query=http_requests_total{job=%22web%22}",
     R"({"resultType":"vector","result":[{"metric":{"__name__":"http_requests_total","code":"200",)"
     R"("instance":"localhost:9100","job":"web"},"value":[1700000600,"7"]}]})"},
    {"posted", "POST /api/v1/query?query=sum(http_requests_total)&time=2023-11-14T22:23:20.5Z",
     R"({"resultType":"vector","result":[{"metric":{},"value":[1700000600.500,"667"]}]})"},
    {"numbers", "GET /api/v1/query?query=sort(odd)%20or%20odd&time=1700000600",
     R"({"resultType":"vector","result":[{"metric":{"__name__":"odd","kind":"tiny"},)"
     R"("value":[1700000600,"1e-07"]},{"metric":{"__name__":"odd","kind":"inf"},)"
     R"("value":[1700000600,"+Inf"]},{"metric":{"__name__":"odd","kind":"nan"},)"
     R"("value":[1700000600,"NaN"]}]})"},
    {"raw samples", "GET /api/v1/query?query=utf8[2m]&time=1700000060.5",
     R"({"resultType":"matrix","result":[{"metric":{"__name__":"utf8","http.status":"ü\u003cb\u003e"},)"
     R"("values":[[1700000000,"0"],[1700000060,"1"]]}]})"},
    {"range", "POST /api/v1/query_range?query=utf8*2&start=1700000000&end=1700000120&step=1m",
     R"({"resultType":"matrix","result":[{"metric":{"http.status":"ü\u003cb\u003e"},"values":)"
     R"([[1700000000,"0"],[1700000060,"2"],[1700000120,"4"]]}]})"},
    {"range of a scalar", "GET /api/v1/query_range?query=1&start=0&end=0.5&step=0.25",
     R"({"resultType":"matrix","result":[{"metric":{},"values":[[0,"1"],[0.250,"1"],[0.500,"1"]]}]})"},
    {"nothing", "GET /api/v1/query_range?query=absent_metric&start=0&end=60&step=30",
     R"({"resultType":"matrix","result":[]})"},
    {"limit", "GET /api/v1/query?query=topk(3,http_requests_total)&limit=1",
     R"({"resultType":"vector","result":[{"metric":{"__name__":"http_requests_total","code":"200",)"
     R"("instance":"localhost:9100","job":"api"},"value":[1700000600,"600"]}]})",
     R"(,"warnings":["results truncated due to limit"])"},
    {"lookback", "GET /api/v1/query?query=count(odd)&time=1700000700&lookback_delta=50",
     R"({"resultType":"vector","result":[]})"},
    {"infos", "GET /api/v1/query?query=rate(odd{kind=%22tiny%22}[2m])&time=1700000000",
     R"({"resultType":"vector","result":[]})"},
    {"series", "GET /api/v1/series?match[]=utf8&match[]={__name__=%22utf8%22}",
     R"([{"__name__":"utf8","http.status":"ü\u003cb\u003e"}])"},
    {"series, limit", "POST /api/v1/series?match[]=odd&limit=1", R"([{"__name__":"odd","kind":"inf"}])",
     R"(,"warnings":["results truncated due to limit"])"},
    {"series before anything", "GET /api/v1/series?match[]=odd&end=5", "[]"},
    {"labels", "GET /api/v1/labels", R"(["__name__","code","http.status","instance","job","kind"])"},
    {"labels of some", "POST /api/v1/labels?match[]=odd&match[]=utf8",
     R"(["__name__","http.status","kind"])"},
    {"label values", "GET /api/v1/label/code/values", R"(["200","500"])"},
    {"label values of some", "GET /api/v1/label/code/values?match[]={job=%22web%22}", R"(["200"])"},
    {"label values, limit", "GET /api/v1/label/kind/values?limit=2", R"(["inf","nan"])",
     R"(,"warnings":["results truncated due to limit"])"},
    {"label values, percent", "GET /api/v1/label/http%2Estatus/values", R"(["ü\u003cb\u003e"])"},
    {"label values, U__", "GET /api/v1/label/U__http_2e_status/values", R"(["ü\u003cb\u003e"])"},
    {"label values, encoded slash", "GET /api/v1/label/a%2Fb/values", "[]"},
    {"metadata", "GET /api/v1/metadata",
     R"({"http_requests":[{"type":"counter","help":"Requests.","unit":""}],"odd":[{"type":"gauge",)"
     R"("help":"A \"quoted\" help.","unit":"seconds"}],"split":[{"type":"counter","help":"Events.",)"
     R"("unit":""},{"type":"gauge","help":"A level.","unit":""}]})"},
    {"metadata, limit per metric", "GET /api/v1/metadata?metric=split&limit_per_metric=1",
     R"({"split":[{"type":"counter","help":"Events.","unit":""}]})"},
    {"metadata, no limit per metric", "GET /api/v1/metadata?metric=split&limit_per_metric=0",
     R"({"split":[{"type":"counter","help":"Events.","unit":""},{"type":"gauge","help":"A level.",)"
     R"("unit":""}]})"},
    {"metadata of one", "GET /api/v1/metadata?metric=odd&limit_per_metric=1",
     R"({"odd":[{"type":"gauge","help":"A \"quoted\" help.","unit":"seconds"}]})"},
    {"metadata, limit", "GET /api/v1/metadata?limit=0", "{}"},
    {"target metadata", "GET /api/v1/targets/metadata?match_target={job=%22api%22}",
     R"([{"target":{"instance":"localhost:9100","job":"api"},"metric":"http_requests",)"
     R"("type":"counter","help":"Requests.","unit":""},{"target":{"instance":"localhost:9100",)"
     R"("job":"api"},"metric":"split","type":"counter","help":"Events.","unit":""}])"},
    {"target metadata of each", "GET /api/v1/targets/metadata?metric=split",
     R"([{"target":{"instance":"localhost:9100","job":"api"},"type":"counter","help":"Events.",)"
     R"("unit":""},{"target":{"instance":"localhost:9100","job":"web"},"type":"gauge",)"
     R"("help":"A level.","unit":""}])"},
    {"target metadata of one", "GET /api/v1/targets/metadata?metric=http_requests&limit=1",
     R"([{"target":{"instance":"localhost:9100","job":"api"},"type":"counter","help":"Requests.",)"
     R"("unit":""}])"},
    {"targets", "GET /api/v1/targets?scrapePool=web",
     R"({"activeTargets":[{"discoveredLabels":{"__address__":"localhost:9100","__metrics_path__":)"
     R"("/metrics","__scheme__":"http"},"labels":{"instance":"localhost:9100","job":"web"},)"
     R"("scrapePool":"web","scrapeUrl":"http://localhost:9100/metrics","globalUrl":)"
     R"("http://localhost:9100/metrics","lastError":"connection refused by localhost:9100",)"
     R"("lastScrape":"0001-01-01T00:00:00Z","lastScrapeDuration":0,"health":"down",)"
     R"("scrapeInterval":"1s","scrapeTimeout":"500ms"}],"droppedTargets":[],"droppedTargetCounts":{)"
     R"("api":0,"gone":3,"web":0}})"},
    {"dropped targets", "GET /api/v1/targets?state=Dropped",
     R"({"activeTargets":[],"droppedTargets":[{"discoveredLabels":{"__address__":"a:1"},"scrapePool":"gone"}],)"
     R"("droppedTargetCounts":{"api":0,"gone":3,"web":0}})"},
    {"dropped targets of another pool", "GET /api/v1/targets?state=dropped&scrapePool=web",
     R"({"activeTargets":[],"droppedTargets":[],"droppedTargetCounts":{"api":0,"gone":3,"web":0}})"},
    {"active targets alone", "GET /api/v1/targets?state=active&scrapePool=x",
     R"({"activeTargets":[],"droppedTargets":[],"droppedTargetCounts":null})"},
    {"scrape pools", "GET /api/v1/scrape_pools", R"({"scrapePools":["api","gone","web"]})"},
    {"alerts", "GET /api/v1/alerts",
     R"({"alerts":[{"labels":{"alertname":"Many","code":"200","severity":"critical"},"annotations":)"
     R"({"summary":"too many"},"state":"firing","activeAt":"2023-11-14T22:22:49.5Z","value":"1e+00"},)"
     R"({"labels":{"alertname":"Many","code":"500","severity":"critical"},"annotations":)"
     R"({"summary":"too many"},"state":"pending","activeAt":"2023-11-14T22:22:49.5Z",)"
     R"("value":"1.5e+01"}]})"},
    {"rules", "GET /api/v1/rules?exclude_alerts=true",
     R"({"groups":[{"name":"demo","file":"rules.yml","rules":[{"state":"firing","name":"Many","query":)"
     R"("(rate(http_requests_total[5m])) \u003e 0.5","duration":90,"keepFiringFor":0,"labels":)"
     R"({"severity":"critical","team":"a","tier":"1"},"annotations":{"summary":"too many"},"health":"ok",)"
     R"("evaluationTime":0.25,"lastEvaluation":"2023-11-14T22:23:19Z","type":"alerting"},)"
     R"({"state":"inactive","name":"Broken","query":"(sum() \u003e 0","duration":0,"keepFiringFor":0,)"
     R"("labels":{"severity":"warning"},"annotations":{},"health":"err",)"
     R"("lastError":"parse error: unexpected end of input","evaluationTime":0,)"
     R"("lastEvaluation":"0001-01-01T00:00:00Z","type":"alerting"}],"interval":5,"limit":0,)"
     R"("evaluationTime":0.25,"lastEvaluation":"2023-11-14T22:23:19Z"}]})"},
    {"recording rules", "GET /api/v1/rules?type=record", R"({"groups":[]})"},
    {"rules by other names", "GET /api/v1/rules?rule_name[]=Few&rule_name[]=Fewer", R"({"groups":[]})"},
    {"rules by other labels", "GET /api/v1/rules?match[]={team=%22b%22}", R"({"groups":[]})"},
    {"alertmanagers", "GET /api/v1/alertmanagers", R"({"activeAlertmanagers":[],"droppedAlertmanagers":[]})"},
    {"format", "POST /api/v1/format_query?query=sum(rate(a[5m]))by(b)", "\"sum by (b) (rate(a[5m]))\""},
    {"exemplars", "GET /api/v1/query_exemplars?query=up&start=1&end=2", "[]"},
    {"exemplars of several selectors",
     "GET /api/v1/query_exemplars?query=rate(http_requests_total{job=%22web%22}[5m])%2Bodd{kind=%22tiny%22}",
     R"([{"seriesLabels":{"__name__":"http_requests_total","code":"200","instance":"localhost:9100","job":"web"},)"
     R"("exemplars":[{"labels":{"trace_id":"abc"},"value":"6","timestamp":1700000000.479},)"
     R"({"labels":{"span":"\u003cb\u003e","trace_id":"def"},"value":"+Inf","timestamp":1700000001}]},)"
     R"({"seriesLabels":{"__name__":"odd","kind":"tiny"},)"
     R"("exemplars":[{"labels":{},"value":"1e-07","timestamp":1700000000}]}])"},
    {"exemplars in a range",
     "POST /api/v1/query_exemplars?query=http_requests_total&start=1700000000.5&end=1700000001",
     R"([{"seriesLabels":{"__name__":"http_requests_total","code":"200","instance":"localhost:9100","job":"web"},)"
     R"("exemplars":[{"labels":{"span":"\u003cb\u003e","trace_id":"def"},"value":"+Inf","timestamp":1700000001}]}])"},
    {"build info", "GET /api/v1/status/buildinfo",
     R"({"version":"1.2.3","revision":"","branch":"","buildUser":"","buildDate":"","goVersion":""})"},
    {"log", "GET /api/v1/status/walreplay", R"({"min":0,"max":0,"current":0})"},
    {"label values, control character", "GET /api/v1/label/a%0Ab/values", "[]"},
    {"tsdb", "GET /api/v1/status/tsdb?limit=1",
     R"({"headStats":{"numSeries":7,"numLabelPairs":12,"chunkCount":7,"minTime":1700000000000,"maxTime":1700000600000},)"
     R"("seriesCountByMetricName":[{"name":"http_requests_total","value":3}],)"
     R"("labelValueCountByLabelName":[{"name":"__name__","value":3}],)"
     R"("memoryInBytesByLabelName":[{"name":"__name__","value":26}],)"
     R"("seriesCountByLabelValuePair":[{"name":"__name__=http_requests_total","value":3}]})"},
};

constexpr RefusalRow refusals[] = {
    {"query missing", "GET /api/v1/query", 400, "bad_data",
     R"(invalid parameter "query": unknown position: parse error: no expression found in input)"},
    {"query wrong", "GET /api/v1/query?query=sum(", 400, "bad_data",
     R"(invalid parameter "query": 1:5: parse error: unclosed left parenthesis)"},
    {"limit no number", "GET /api/v1/query?query=up&limit=abc", 400, "bad_data",
     R"(invalid parameter "limit": strconv.Atoi: parsing "abc": invalid syntax)"},
    {"limit negative", "GET /api/v1/query?query=up&limit=-1", 400, "bad_data",
     R"(invalid parameter "limit": limit must be non-negative)"},
    {"limit huge", "GET /api/v1/query?query=up&limit=99999999999999999999", 400, "bad_data",
     R"(invalid parameter "limit": strconv.Atoi: parsing "99999999999999999999": value out of range)"},
    {"time", "GET /api/v1/query?query=up&time=yesterday", 400, "bad_data",
     R"(invalid parameter "time": invalid time value for 'time': cannot parse "yesterday" to a valid timestamp)"},
    {"time, calendar", "GET /api/v1/query?query=up&time=2023-02-29T00:00:00Z", 400, "bad_data",
     R"(invalid parameter "time": invalid time value for 'time': cannot parse "2023-02-29T00:00:00Z" to a valid timestamp)"},
    {"time, NaN", "GET /api/v1/query?query=up&time=NaN", 400, "bad_data",
     R"(invalid parameter "time": invalid time value for 'time': cannot parse "NaN" to a valid timestamp)"},
    {"timeout", "GET /api/v1/query?query=up&timeout=abc", 400, "bad_data",
     R"(invalid parameter "timeout": cannot parse "abc" to a valid duration)"},
    {"lookback", "GET /api/v1/query?query=up&lookback_delta=abc", 400, "bad_data",
     R"(error parsing lookback delta duration: cannot parse "abc" to a valid duration)"},
    {"first mistake first", "GET /api/v1/query_range?query=sum(&step=0s", 400, "bad_data",
     R"(invalid parameter "start": cannot parse "" to a valid timestamp)"},
    {"end before start", "GET /api/v1/query_range?query=up&start=2&end=1&step=1", 400, "bad_data",
     R"(invalid parameter "end": end timestamp must not be before start time)"},
    {"step 0", "GET /api/v1/query_range?query=up&start=0&end=1&step=0", 400, "bad_data",
     R"(invalid parameter "step": zero or negative query resolution step widths are not accepted. Try a positive integer)"},
    {"step overflows", "GET /api/v1/query_range?query=up&start=0&end=1&step=1e30", 400, "bad_data",
     R"(invalid parameter "step": cannot parse "1e30" to a valid duration. It overflows int64)"},
    {"resolution", "GET /api/v1/query_range?query=up&start=0&end=11001&step=1", 400, "bad_data",
     "exceeded maximum resolution of 11,000 points per timeseries. Try decreasing the query resolution "
     "(?step=XX)"},
    {"the widest range", "GET /api/v1/query_range?query=up&start=-1e300&end=1e300&step=1", 400, "bad_data",
     "exceeded maximum resolution of 11,000 points per timeseries. Try decreasing the query resolution "
     "(?step=XX)"},
    {"range of a range", "GET /api/v1/query_range?query=up[5m]&start=0&end=1&step=1", 400, "bad_data",
     R"(invalid parameter "query": invalid expression type "range vector" for range query, must be Scalar or instant Vector)"},
    {"a switch is off", "GET /api/v1/query?query=limitk(1,up)", 400, "bad_data",
     R"(invalid parameter "query": 1:1: parse error: limitk() is experimental and must be enabled with --enable-feature=promql-experimental-functions)"},
    {"series of nothing", "GET /api/v1/series", 400, "bad_data", "no match[] parameter provided"},
    {"series of all", "GET /api/v1/series?match[]={job=~%22.*%22}", 400, "bad_data",
     R"(invalid parameter "match[]": match[] must contain at least one non-empty matcher)"},
    {"series, wrong", "GET /api/v1/series?match[]={job", 400, "bad_data",
     R"(invalid parameter "match[]": 1:5: parse error: unexpected end of input inside braces)"},
    {"label name", "GET /api/v1/label/%ff/values", 400, "bad_data", R"(invalid label name: "\xff")"},
    {"label name, NUL", "GET /api/v1/label/%00/values", 400, "bad_data", R"(invalid label name: "\x00")"},
    {"label name, damaged", "GET /api/v1/label/%zz/values", 400, "bad_data", "the path is damaged"},
    {"control character", "GET /api/v1/que%00ry", 400, "bad_data", "the path is damaged"},
    {"label name missing", "GET /api/v1/label//values", 400, "bad_data", R"(invalid label name: "")"},
    {"metadata limit", "GET /api/v1/metadata?limit=x", 400, "bad_data", "limit must be a number"},
    {"tsdb limit", "GET /api/v1/status/tsdb?limit=0", 400, "bad_data", "limit must be a positive number"},
    {"rules type", "GET /api/v1/rules?type=foo", 400, "bad_data",
     R"(invalid parameter "type": not supported value "foo")"},
    {"rules flag", "GET /api/v1/rules?exclude_alerts=perhaps", 400, "bad_data",
     R"(invalid parameter "exclude_alerts": error converting exclude_alerts: strconv.ParseBool: parsing "perhaps": invalid syntax)"},
    {"rules page", "GET /api/v1/rules?group_next_token=1&group_limit=1", 400, "bad_data",
     R"(invalid parameter "group_next_token": invalid group_next_token '1'. were rule groups changed?)"},
    {"escape", "GET /api/v1/query?query=%zz", 400, "bad_data", R"(invalid URL escape "%zz")"},
    {"same labels",
     "GET /api/v1/query?query=label_replace(http_requests_total,%22code%22,%22x%22,%22%22,%22%22)", 422,
     "execution", "vector cannot contain metrics with the same labelset"},
    {"timed out", "GET /api/v1/query?query=up&timeout=0", 503, "timeout", "query timed out in query queue"},
    {"no such endpoint", "GET /api/v1/nothing", 404, "not_found", "there is no such endpoint"},
    {"dots", "GET /api/v1/../v1/query", 404, "not_found", "there is no such endpoint"},
    {"slashes", "GET /api/v1//query", 404, "not_found", "there is no such endpoint"},
    {"encoded slash", "GET /api/v1%2Fquery", 404, "not_found", "there is no such endpoint"},
    {"write", "POST /api/v1/admin/tsdb/delete_series", 404, "not_found", "there is no such endpoint"},
};

constexpr DocumentRow documents[] = {
    {"healthy", "GET /-/healthy", 200, "healthy"},
    {"ready", "GET /-/ready", 200, "ready"},
    {"config", "GET /api/v1/status/config", 200, R"(scrape_interval: 1s\n)"},
    {"flags", "GET /api/v1/status/flags", 200, R"("query.lookback-delta":"5m")"},
    {"runtime", "GET /api/v1/status/runtimeinfo", 200, R"("startTime":"2023-11-14T21:23:20Z")"},
    {"stats of samples", "GET /api/v1/query?query=1&stats=all", 200,
     R"("samples":{"totalQueryableSamples":0,"peakSamples":1}})"},
    {"stats", "GET /api/v1/query?query=1&stats=all", 200, R"("stats":{"timings":{"evalTotalTime":)"},
    {"moved", "GET /metrics/", 301, "Moved Permanently"},
    {"slashes behind a page", "GET /metrics//", 404, "Not Found"},
    {"posted moved page", "POST /metrics/", 405, "Method Not Allowed"},
    {"features", "GET /api/v1/features", 200, R"("anchored":false,"at_modifier":true)"},
    {"features, functions", "GET /api/v1/features", 200, R"("info":false,"irate":true)"},
    {"features, operators", "GET /api/v1/features", 200, R"("limit_ratio":false,"limitk":false,"max":true)"},
    {"method", "DELETE /api/v1/series?match[]=up", 405, "Method Not Allowed"},
    {"posted page", "POST /metrics", 405, "Method Not Allowed"},
    {"posted values", "POST /api/v1/label/job/values", 405, "Method Not Allowed"},
    {"options", "OPTIONS /api/v1/query", 204, ""},
    {"root", "GET /", 404, "Not Found"},
    {"file", "GET /etc/passwd", 404, "Not Found"},
    {"NUL", "GET /metrics%00", 400, "Bad Request"},
    {"escape", "GET /metrics%zz", 400, "Bad Request"},
    {"exemplars of a number", "GET /api/v1/query_exemplars?query=1", 204, ""},
    {"no slash", "GET metrics", 400, "Bad Request"},
    {"11,001 points", "GET /api/v1/query_range?query=1&start=0&end=11000&step=1", 200, R"([11000,"1"]])"},
};

constexpr TreeRow trees[] = {
    {"number", "1e-7", R"({"type":"numberLiteral","val":"0.0000001"})"},
    {"string", "\"a\"", R"({"type":"stringLiteral","val":"a"})"},
    {"unary", "-(x)",
     R"({"expr":{"expr":{"anchored":false,"matchers":[{"name":"__name__","type":"=","value":"x"}],"name":"x",)"
     R"("offset":0,"offsetExpr":null,"smoothed":false,"startOrEnd":null,"timestamp":null,)"
     R"("type":"vectorSelector"},"type":"parenExpr"},"op":"-","type":"unaryExpr"})"},
    {"range, offset and @", "x{a!~\"b\"}[5m] @ 7 offset -1m",
     R"({"anchored":false,"matchers":[{"name":"a","type":"!~","value":"b"},{"name":"__name__","type":"=",)"
     R"("value":"x"}],"name":"x","offset":-60000,"offsetExpr":null,"range":300000,"rangeExpr":null,)"
     R"("smoothed":false,"startOrEnd":null,"timestamp":7000,"type":"matrixSelector"})"},
    {"subquery", "x[5m:30s] @ end()",
     R"({"expr":{"anchored":false,"matchers":[{"name":"__name__","type":"=","value":"x"}],"name":"x",)"
     R"("offset":0,"offsetExpr":null,"smoothed":false,"startOrEnd":null,"timestamp":null,)"
     R"("type":"vectorSelector"},"offset":0,"offsetExpr":null,"range":300000,"rangeExpr":null,)"
     R"("startOrEnd":"end","step":30000,"stepExpr":null,"timestamp":null,"type":"subquery"})"},
    {"duration expression", "x[(5m+step())]",
     R"({"anchored":false,"matchers":[{"name":"__name__","type":"=","value":"x"}],"name":"x","offset":0,)"
     R"("offsetExpr":null,"range":0,"rangeExpr":{"lhs":{"type":"numberLiteral","val":"300"},"op":"+",)"
     R"("rhs":{"lhs":null,"op":"step","rhs":null,"type":"durationExpr","wrapped":false},)"
     R"("type":"durationExpr","wrapped":true},"smoothed":false,"startOrEnd":null,"timestamp":null,)"
     R"("type":"matrixSelector"})"},
    {"call", "time()",
     R"({"args":[],"func":{"argTypes":[],"name":"time","returnType":"scalar","variadic":0},"type":"call"})"},
    {"aggregation", "topk without (a) (3, vector(1))",
     R"({"expr":{"args":[{"type":"numberLiteral","val":"1"}],"func":{"argTypes":["scalar"],)"
     R"("name":"vector","returnType":"vector","variadic":0},"type":"call"},"grouping":["a"],"op":"topk",)"
     R"("param":{"type":"numberLiteral","val":"3"},"type":"aggregation","without":true})"},
    {"binary", "vector(1) > bool on (a) group_left (b) vector(2)",
     R"({"bool":true,"lhs":{"args":[{"type":"numberLiteral","val":"1"}],"func":{"argTypes":["scalar"],)"
     R"("name":"vector","returnType":"vector","variadic":0},"type":"call"},"matching":{"card":"many-to-one",)"
     R"("fillValues":{"lhs":null,"rhs":null},"include":["b"],"labels":["a"],"on":true},"op":"\u003e","rhs":)"
     R"({"args":[{"type":"numberLiteral","val":"2"}],"func":{"argTypes":["scalar"],"name":"vector",)"
     R"("returnType":"vector","variadic":0},"type":"call"},"type":"binaryExpr"})"},
    {"scalars", "1 + 2",
     R"({"bool":false,"lhs":{"type":"numberLiteral","val":"1"},"matching":null,"op":"+","rhs":)"
     R"({"type":"numberLiteral","val":"2"},"type":"binaryExpr"})"},
};

} // namespace

std::span<const AnswerRow> answerRows()
{
    return answers;
}

std::span<const RefusalRow> refusalRows()
{
    return refusals;
}

std::span<const DocumentRow> documentRows()
{
    return documents;
}

std::span<const TreeRow> treeRows()
{
    return trees;
}

} // namespace sightglass::test
