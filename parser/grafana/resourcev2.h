// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/grafana/migration.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace sightglass::grafana {

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
};

/// Whether this is the spec of a resource of version 2.
[[nodiscard]] bool isResource2(const Json &spec) noexcept;

/// The spec of dashboard.grafana.app/v2alpha1 or v2beta1 as a dashboard of schema 42: elements become panels
/// where the layout has them, rows and tabs become rows, grids that lay themselves out get the columns they
/// have on a usual screen. Each element is shown once. Options of panels stay as they are.
[[nodiscard]] ClassicDashboard classicDashboard(Json spec);

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

private:
    struct Place
    {
        std::string pointer; ///< of the layout
        std::string title;   ///< of what it lies in
    };

    /// A layout from row y on; the row below it.
    int readInto(Json &panels, const Json &layout, const Place &place, int y);
    int readGrid(Json &panels, const Json *items, const Place &place, int y);
    int readAutoGrid(Json &panels, const Json &spec, const Place &place, int y);
    int readRows(Json &panels, const Json &spec, const Place &place, int y);
    int readTabs(Json &panels, const Json &spec, const Place &place, int y);
    struct Heading
    {
        std::string title;
        bool folded = false;
        const Json *repeat = nullptr;
        std::string pointer;
    };
    int readBelow(Json &panels, const Heading &heading, const Json &layout, int y);
    /// A row, and below it, or in it where it is folded, what `fill(Json &panels, int y)` adds.
    template<typename Fill>
    int addHeading(Json &panels, const Heading &heading, int y, Fill fill);
    /// The panel that an item of a grid shows; null where there is none.
    [[nodiscard]] Json takePanel(const Json &item, const std::string &pointer);
    void tellConditions(const Json &spec, const std::string &pointer);
    void lose(std::string pointer, const LossNote &note);

    std::map<std::string, Json, std::less<>> m_panels;
    ClassicDashboard &m_result;
    std::int64_t m_nextId = 1;
};

} // namespace sightglass::grafana
