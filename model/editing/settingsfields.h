// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/dashboardspec.h"
#include "model/editing/optionfields.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What of a dashboard is no panel, as forms see it: fields, values and their way back, made of the
/// descriptions that read and write dashboards. Keys of texts are "variable:…", "annotation:…", "link:…" and
/// "dashboard:…".
namespace sightglass {

/// The fields that mean something for a variable of its type. Its query is "/query/query" where it is one,
/// else "/query".
[[nodiscard]] std::vector<OptionField> settingFields(const VariableSpec &variable);
/// Of one that asks another data source, or lists alerts, what is done with it here.
[[nodiscard]] std::vector<OptionField> settingFields(const AnnotationSpec &annotation);
[[nodiscard]] std::vector<OptionField> settingFields(const DashboardLink &link);
/// Title, times and the like: neither panels nor any of the above.
[[nodiscard]] std::vector<OptionField> settingFields(const DashboardSpec &dashboard);

/// The value as JSON text; empty where nothing is said, which is the standard.
[[nodiscard]] std::string settingValue(const VariableSpec &variable, std::string_view pointer);
[[nodiscard]] std::string settingValue(const AnnotationSpec &annotation, std::string_view pointer);
[[nodiscard]] std::string settingValue(const DashboardLink &link, std::string_view pointer);
[[nodiscard]] std::string settingValue(const DashboardSpec &dashboard, std::string_view pointer);

/// With another value, or for an empty text without one; nothing where it is no value of this field. A
/// variable of another type begins anew but for its names; a time range that has one end gets the other.
[[nodiscard]] std::optional<VariableSpec> withSetting(const VariableSpec &variable, std::string_view pointer,
                                                      std::string_view json);
[[nodiscard]] std::optional<AnnotationSpec> withSetting(const AnnotationSpec &annotation,
                                                        std::string_view pointer, std::string_view json);
[[nodiscard]] std::optional<DashboardLink> withSetting(const DashboardLink &link, std::string_view pointer,
                                                       std::string_view json);
[[nodiscard]] std::optional<DashboardSpec> withSetting(const DashboardSpec &dashboard,
                                                       std::string_view pointer, std::string_view json);

} // namespace sightglass
