// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/grafana/importdashboard.h"

#include "model/dashboard/paneltime.h"
#include "model/fields/jsregex.h"
#include "model/grafana/annotationjson.h"
#include "model/grafana/dashboardfields.h"
#include "model/grafana/extension.h"
#include "model/grafana/fieldsink.h"
#include "model/grafana/impliedconfig.h"
#include "model/grafana/paneljson.h"
#include "model/grafana/resource2members.h"
#include "model/grafana/sharedqueries.h"
#include "model/variables/grafanainterval.h"
#include "parser/grafana/membershapes.h"
#include "parser/grafana/resourcev2.h"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <utility>

namespace sightglass {

namespace {

using namespace grafana;

/// Letters, digits and hyphens of what the dashboard calls itself.
std::string slugOf(std::string_view name)
{
    std::string slug;
    for (const char c : name) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (letter)
            slug += c;
        else if (c >= 'A' && c <= 'Z')
            slug += static_cast<char>(c - 'A' + 'a');
        else if (!slug.empty() && slug.back() != '-')
            slug += '-';
    }
    while (!slug.empty() && slug.back() == '-')
        slug.pop_back();
    return slug.empty() ? "dashboard" : slug;
}

bool isPattern(std::string_view text, std::string_view pattern)
{
    if (text.size() < pattern.size())
        return false;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        const bool digit = text[i] >= '0' && text[i] <= '9';
        if (pattern[i] == '0' ? !digit : text[i] != pattern[i])
            return false;
    }
    return true;
}

/// Relative to now, a date, or milliseconds since 1970.
bool isTime(std::string_view text)
{
    constexpr TimestampMs anyTime = 1'700'000'000'000;
    return relativeTime(text, anyTime, utcZone()) || isPattern(text, "0000-00-00") ||
           (text.size() > 7 && text.find_first_not_of("0123456789") == std::string_view::npos);
}

/// A range that nobody can read is told, and is the usual one.
void checkRange(DashboardSpec &dashboard, ImportNotes &notes)
{
    const bool good = isTime(dashboard.timeFrom) && isTime(dashboard.timeTo);
    if (good || (dashboard.timeFrom.empty() && dashboard.timeTo.empty()))
        return;
    notes.lose(isTime(dashboard.timeFrom) ? "/time/to" : "/time/from", "dashboard/time",
               "This is no time; the dashboard shows the usual range.");
    dashboard.timeFrom.clear();
    dashboard.timeTo.clear();
}

/// Regular expressions that nobody can read are told.
void checkVariables(const DashboardSpec &dashboard, ImportNotes &notes)
{
    for (std::size_t i = 0; i < dashboard.variables.size(); ++i) {
        const std::string &regex = dashboard.variables[i].regex;
        if (!regex.empty() && !JsRegex::fromText(regex))
            notes.lose("/templating/list/" + std::to_string(i) + "/regex", "dashboard/templating/list/regex",
                       "This is no regular expression: the variable has no values.");
    }
}

/// "now-6h" to "now" is the default range; anything else stays as it is written.
void readRange(DashboardSpec &dashboard)
{
    constexpr std::string_view back = "now-";
    if (dashboard.timeTo != "now" || !dashboard.timeFrom.starts_with(back))
        return;
    const std::string_view length = std::string_view(dashboard.timeFrom).substr(back.size());
    const auto milliseconds = grafanaIntervalMs(length);
    const bool plain = length.find_first_not_of("0123456789smhdw") == std::string_view::npos;
    if (!milliseconds || *milliseconds <= 0 || !plain)
        return;
    dashboard.defaultRangeMs = *milliseconds;
    dashboard.timeFrom.clear();
    dashboard.timeTo.clear();
}

bool isRow(const Json &panel)
{
    return textIn(panel, "type") == "row";
}

std::pair<double, double> placeOf(const Json &panel)
{
    const Json grid = valueIn(panel, "gridPos");
    return {numberIn(grid, "y").value_or(0), numberIn(grid, "x").value_or(0)};
}

/// Files of this program are in order.
std::vector<const Json *> asWritten(const Json &panels)
{
    std::vector<const Json *> result;
    for (const Json &panel : panels)
        result.push_back(&panel);
    return result;
}

/// Top-level panels as Grafana lays them out: by their places, and those behind a folded row before it, so
/// that what follows a row in the list is the row's.
std::vector<const Json *> inOrder(const Json &panels)
{
    std::vector<const Json *> sorted = asWritten(panels);
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const Json *a, const Json *b) { return placeOf(*a) < placeOf(*b); });
    std::vector<const Json *> result;
    std::vector<const Json *> folded;
    const auto flush = [&] {
        result.insert(result.end(), folded.begin(), folded.end());
        folded.clear();
    };
    for (const Json *panel : sorted) {
        const bool folds = isRow(*panel) && boolIn(*panel, "collapsed", false);
        if (isRow(*panel))
            flush();
        (folds ? folded : result).push_back(panel);
    }
    flush();
    return result;
}

/// What Grafana's JSON cannot say is as in a new panel, unless the extension says it.
void takeAsOwn(PanelSpec &panel)
{
    panel.exemplars.reset();
    if (auto *bars = std::get_if<BarGaugeOptions>(&panel.options))
        bars->sort = SortOrder::Descending;
}

class DashboardReading
{
public:
    DashboardReading(MigratedDashboard migrated, std::size_t mostLosses, Strictness strictness)
        : m_json(std::move(migrated.dashboard))
        , m_root(std::move(migrated.root))
        , m_places(std::move(migrated.panelPlaces))
        , m_lists(std::move(migrated.lists))
        , m_isResource2(migrated.isResource2)
        , m_notes(std::move(migrated.losses), mostLosses, strictness)
    {}

    Result<ImportedDashboard> read()
    {
        m_notes.enterDashboard(m_root);
        resolveSharedQueries(m_json);
        FieldSource source(m_json, {{}, "dashboard"}, m_notes);
        describe(source, m_dashboard);
        readLeftOfResource2(source);
        m_dashboard.annotations =
            readAnnotations(valueIn(valueIn(m_json, "annotations"), "list"), m_standardAnnotations, m_notes);
        const Json *extension = source.raw(extensionName);
        m_own = extension != nullptr;
        m_dashboard.id = slugOf(m_dashboard.uid.empty() ? m_dashboard.title : m_dashboard.uid);
        if (m_own)
            m_error = readExtension(*extension, m_dashboard);
        checkRange(m_dashboard, m_notes);
        checkVariables(m_dashboard, m_notes);
        readRange(m_dashboard);
        source.finish();
        keepDashboard(source.takeKept());
        const Json panels = valueIn(m_json, "panels");
        if (panels.is_array()) {
            for (const Json *panel : m_own ? asWritten(panels) : inOrder(panels))
                add(*panel);
        }
        if (m_error)
            return *m_error;
        const std::size_t known = m_notes.known();
        std::vector<ImportLoss> losses = m_notes.take();
        for (std::size_t i = known; i < losses.size(); ++i) {
            if (!losses[i].panelId)
                losses[i].pointer = placeInText(losses[i].pointer);
        }
        losses = grafana::withoutDoubledShapes(std::move(losses));
        if (m_isResource2)
            movePointersToResource2(losses, m_root);
        std::vector<VariablePlace> variables = variablePlaces();
        return ImportedDashboard{std::move(m_dashboard), std::move(losses), std::move(variables)};
    }

private:
    /// A pointer into one of the lists of the one form, in the text's.
    [[nodiscard]] std::string placeInText(const std::string &pointer) const
    {
        for (const auto &[list, moved] : m_lists) {
            const std::string start = m_root + list + '/';
            if (!pointer.starts_with(start))
                continue;
            const std::size_t end = std::min(pointer.find('/', start.size()), pointer.size());
            std::size_t index = 0;
            const char *first = pointer.data() + start.size();
            const auto [rest, error] = std::from_chars(first, pointer.data() + end, index);
            if (error == std::errc() && index < moved.places.size() && moved.places[index] >= 0)
                return start + std::to_string(moved.places[index]) + pointer.substr(end);
        }
        return pointer;
    }

    [[nodiscard]] std::vector<VariablePlace> variablePlaces() const
    {
        const std::string list = m_root + (m_isResource2 ? "/variables/" : "/templating/list/");
        std::vector<VariablePlace> places;
        const auto found = m_lists.find(std::string_view("/templating/list"));
        if (found == m_lists.end())
            return places;
        const MigratedList &moved = found->second;
        for (std::size_t i = 0; i < moved.places.size() && i < m_dashboard.variables.size(); ++i)
            places.push_back({m_dashboard.variables[i].name, list + std::to_string(moved.places[i])});
        for (const MigratedList::Other &other : moved.others) {
            if (std::string name = scalarText(find(other.json, "name")); !name.empty())
                places.push_back({std::move(name), list + std::to_string(other.place)});
        }
        return places;
    }

    /// Items of lists that were not read; `left`: places of those that were and are not written.
    void keepOthers(Json &kept, std::string_view list, const std::vector<std::size_t> &left) const
    {
        const auto found = m_lists.find(list);
        if (found == m_lists.end() || found->second.others.empty())
            return;
        Json &keptList = kept[Json::json_pointer(std::string(list))];
        for (const MigratedList::Other &other : found->second.others) {
            const auto without =
                std::ranges::count_if(left, [&other](std::size_t at) { return at < other.before; });
            addKeptOther(keptList, other.before - static_cast<std::size_t>(without), other.json);
        }
    }

    /// What stands beside the list of annotations is nobody's.
    void keepDashboard(Json kept)
    {
        if (const Json annotations = valueIn(m_json, "annotations"); annotations.is_object()) {
            FieldSource source(annotations, {"/annotations", "dashboard/annotations"}, m_notes);
            source.finish();
            addKept(kept, "annotations", source.takeKept());
        }
        keepOthers(kept, "/templating/list", {});
        keepOthers(kept, "/links", {});
        keepOthers(kept, "/annotations/list", m_standardAnnotations);
        OrderedJson written = OrderedJson::object();
        FieldSink sink(written);
        DashboardSpec copy = m_dashboard;
        describe(sink, copy);
        m_dashboard.kept = keptText(prunedKept(kept, written));
    }

    void add(const Json &json)
    {
        const auto id = static_cast<std::int64_t>(numberIn(json, "id").value_or(0));
        const auto place = m_places.find(id);
        const std::string pointer = place == m_places.end() ? m_root : place->second;
        m_notes.enterPanel(id, std::string(textIn(json, "title")), pointer);
        PanelSpec panel = readPanel(json, m_notes);
        if (m_own)
            takeAsOwn(panel);
        else
            implyConfig(panel);
        if (const Json *extension = find(json, extensionName); extension != nullptr && !m_error)
            m_error = readPanelExtension(*extension, pointer, panel);
        pruneKept(panel);
        m_dashboard.panels.push_back(std::move(panel));
        const Json nested = valueIn(json, "panels");
        if (!isRow(json) || !nested.is_array())
            return;
        for (const Json &inner : nested)
            add(inner);
    }

    Json m_json;
    std::string m_root;
    std::map<std::int64_t, std::string> m_places;
    std::map<std::string, MigratedList, std::less<>> m_lists;
    std::vector<std::size_t> m_standardAnnotations;
    bool m_isResource2;
    ImportNotes m_notes;
    DashboardSpec m_dashboard;
    std::optional<Error> m_error;
    bool m_own = false; ///< a file of this program
};

Result<ImportedDashboard> imported(std::string_view text, const DashboardLimits &limits,
                                   Strictness strictness)
{
    auto migrated = migrateDashboard(text, limits);
    if (!migrated)
        return migrated.error();
    return DashboardReading(std::move(*migrated), limits.losses, strictness).read();
}

} // namespace

Result<ImportedDashboard> importDashboard(std::string_view text, const DashboardLimits &limits)
{
    return imported(text, limits, Strictness::AsGrafana);
}

Result<ImportedDashboard> importDashboardStrictly(std::string_view text)
{
    return imported(text, DashboardLimits(), Strictness::NoStrangers);
}

} // namespace sightglass
