// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/grafana/memberreader.h"
#include "parser/grafana/migration.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace sightglass::grafana {

/// What nobody reads of a resource of version 2 goes along in a member of the classic dashboard, and of the
/// panel where it stood in an element's spec: an object of its places below the spec ("layout/kind") and the
/// values there.
inline constexpr std::string_view leftOfResource2 = "resourceV2";

/// Something of a resource of version 2 that the classic model has no place for.
struct Resource2Loss
{
    std::string pointer; ///< below the spec
    LossNote note;
};

/// A dashboard of the classic model that was made of a resource of version 2.
struct ClassicDashboard
{
    Json dashboard;
    std::map<std::int64_t, std::string> places; ///< of panels: pointers below the spec, by id
    std::vector<Resource2Loss> losses;
    Json left; ///< see leftOfResource2; becomes part of the dashboard
};

/// Whether this is the spec of a resource of version 2.
[[nodiscard]] bool isResource2(const Json &spec) noexcept;

/// The spec of dashboard.grafana.app/v2alpha1 or v2beta1 as a dashboard of schema 42: elements become panels
/// where the layout has them, rows and tabs become rows, grids that lay themselves out get the columns they
/// have on a usual screen. Each element is shown once. Options of panels stay as they are.
[[nodiscard]] ClassicDashboard classicDashboard(const Json &spec);

/// Where in the text of such a resource stood what the classic model has at `pointer`; `root` leads to the
/// spec. What is not known, and what is such a place already, is itself.
[[nodiscard]] std::string resource2Pointer(const std::string &pointer, const std::string &root);

void movePointersToResource2(std::vector<ImportLoss> &losses, const std::string &root);

/// Panels in the places that a layout gives them.
class LayoutReader
{
public:
    /// `panels`: of the elements by name, without places; each is taken out where it is shown.
    LayoutReader(std::map<std::string, Json, std::less<>> panels, ClassicDashboard &result);

    /// Of all of the spec's layout.
    [[nodiscard]] Json read(const Json &layout);

    /// Those that the layout does not show, behind read().
    [[nodiscard]] const std::map<std::string, Json, std::less<>> &panels() const noexcept { return m_panels; }

private:
    /// What a row or tab is called, with those that it lies in, and whether it is folded.
    struct Heading
    {
        std::string title;
        bool folded = false;
    };

    /// A layout from row y on, whose rows have `title` in front of theirs; the row below it.
    int readInto(Json &panels, MemberReader &layout, const std::string &title, int y);
    int readGrid(Json &panels, MemberReader &holder, std::string_view name, int y);
    int readAutoGrid(Json &panels, MemberReader &spec, int y);
    int readRows(Json &panels, MemberReader &spec, const std::string &title, int y);
    int readTabs(Json &panels, MemberReader &spec, const std::string &title, int y);
    int readBelow(Json &panels, const Heading &heading, MemberReader &holder, MemberReader &layout, int y);
    /// A row, and below it, or in it where it is folded, what `fill(Json &panels, int y)` adds.
    template<typename Fill>
    int addHeading(Json &panels, const Heading &heading, MemberReader &holder, int y, Fill fill);
    /// The panel that an item of a grid shows; null where there is none.
    [[nodiscard]] Json takePanel(MemberReader &item);

    std::map<std::string, Json, std::less<>> m_panels;
    ClassicDashboard &m_result;
    std::int64_t m_nextId = 1;
};

} // namespace sightglass::grafana
