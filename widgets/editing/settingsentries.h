// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/dashboardspec.h"
#include "model/editing/settingsfields.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace sightglass {

/// One kind of things of which a dashboard has a list: what a SettingsList shows and changes of it. Indices
/// are within the list.
class SettingsEntries
{
public:
    virtual ~SettingsEntries() = default;

    [[nodiscard]] virtual int count(const DashboardSpec &dashboard) const = 0;
    /// What it is called, and below that what it is. Displayable.
    [[nodiscard]] virtual QString title(const DashboardSpec &dashboard, int at) const = 0;
    [[nodiscard]] virtual QString detail(const DashboardSpec &dashboard, int at) const = 0;

    [[nodiscard]] virtual std::vector<OptionField> fields(const DashboardSpec &dashboard, int at) const = 0;
    [[nodiscard]] virtual QByteArray value(const DashboardSpec &dashboard, int at,
                                           std::string_view pointer) const = 0;
    /// False where it is no such value.
    [[nodiscard]] virtual bool set(DashboardSpec &dashboard, int at, std::string_view pointer,
                                   const QByteArray &json) const = 0;
    /// What is wrong with its fields, by their pointers. Displayable.
    using Problems = std::map<std::string, QString, std::less<>>;
    [[nodiscard]] virtual Problems problems(const DashboardSpec &dashboard, int at) const = 0;

    virtual void copy(DashboardSpec &dashboard, int at) const = 0;
    virtual void remove(DashboardSpec &dashboard, int at) const = 0;
    /// To the place of the one before or behind it.
    virtual void swap(DashboardSpec &dashboard, int at, int with) const = 0;

    /// What can be added, at the end.
    struct Addition
    {
        QString text;
        std::function<void(DashboardSpec &)> add;
    };
    [[nodiscard]] virtual std::vector<Addition> additions() const = 0;
    /// What is said where there is none yet.
    [[nodiscard]] virtual QString invitation() const = 0;
};

[[nodiscard]] std::unique_ptr<SettingsEntries> variableEntries();
[[nodiscard]] std::unique_ptr<SettingsEntries> annotationEntries();
[[nodiscard]] std::unique_ptr<SettingsEntries> linkEntries();

} // namespace sightglass
