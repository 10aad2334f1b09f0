// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/grafana/membernames.h"

#include "model/dashboard/dashboardwords.h"
#include "model/grafana/dashboardfields.h"
#include "model/grafana/membercollector.h"
#include "model/grafana/optionfields.h"
#include "model/grafana/paneldescription.h"
#include "model/grafana/queryfields.h"

#include <algorithm>
#include <set>

namespace sightglass::grafana {

namespace {

template<typename T>
void collect(const std::string &path, std::vector<std::string> &paths)
{
    T value{};
    MemberCollector collector(path, paths);
    describe(collector, value);
}

std::vector<std::string> collectAll()
{
    std::vector<std::string> paths;
    for (const auto &[type, word] : dashboardWords<PanelType>()) {
        PanelOptions options = standardOptions(type);
        MemberCollector collector(std::string(word) + "/options", paths);
        describeOptions(collector, options);
    }
    collect<FieldConfig>("*/fieldConfig", paths);
    collect<PanelSpec>("panel", paths);
    collect<PanelQuery>("query", paths);
    collect<AnnotationSpec>("annotation", paths);
    collect<DashboardSpec>("dashboard", paths);
    // A variable's query is an object or a text, whichever its type is.
    VariableSpec custom;
    custom.type = VariableType::Custom;
    MemberCollector collector("dashboard/templating/list", paths);
    describe(collector, custom);
    std::sort(paths.begin(), paths.end());
    paths.erase(std::unique(paths.begin(), paths.end()), paths.end());
    return paths;
}

/// All that can stand below "options", without the types of panels.
const std::set<std::string, std::less<>> &optionNames()
{
    static const auto names = [] {
        std::set<std::string, std::less<>> all;
        for (const std::string &path : readMembers()) {
            const std::size_t slash = path.find('/');
            if (path.compare(slash, 9, "/options/") == 0)
                all.insert(path.substr(slash));
        }
        return all;
    }();
    return names;
}

} // namespace

const std::vector<std::string> &readMembers()
{
    static const std::vector<std::string> members = collectAll();
    return members;
}

bool isOfAnotherType(std::string_view path)
{
    const std::size_t slash = path.find('/');
    if (slash == std::string_view::npos || !path.substr(slash).starts_with("/options/"))
        return false;
    const auto isReadIn = [](const auto &names, const std::string &name) {
        const auto below = std::lower_bound(names.begin(), names.end(), name);
        return below != names.end() && (*below == name || below->starts_with(name + '/'));
    };
    return isReadIn(optionNames(), std::string(path.substr(slash))) &&
           !isReadIn(readMembers(), std::string(path));
}

} // namespace sightglass::grafana
