// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/paneloptions.h"
#include "model/fields/fieldoverride.h"
#include "widgets/editing/fieldeditor.h"
#include "widgets/style/theme.h"

#include <QWidget>

#include <vector>

class QVBoxLayout;

namespace sightglass {

class MatcherEdit;
class OptionForm;

/// The overrides of a panel: each says of which fields it is, and holds some of the properties that the
/// defaults have, edited by the same form.
class OverridesEdit : public QWidget
{
    Q_OBJECT

public:
    explicit OverridesEdit(const Theme &theme, QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    /// changed() is not emitted. The type decides which properties are offered.
    void setOverrides(const std::vector<FieldOverride> &overrides, PanelType type);
    [[nodiscard]] int count() const noexcept { return static_cast<int>(m_overrides.size()); }
    /// Names of fields and queries that matchers can be given.
    void setChoices(const FieldChoices &choices);
    [[nodiscard]] OptionForm *form(int override) const;
    [[nodiscard]] MatcherEdit *matcher(int override) const;

public slots:
    void addOverride();
    /// Gives an override this property, with a value to be changed.
    void addProperty(int override, const std::string &pointer);

signals:
    void changed(const std::vector<sightglass::FieldOverride> &overrides, bool goesOn);

private:
    void build();
    void addBox(std::size_t at);
    void setMatcher(std::size_t at, FieldMatcher matcher, bool goesOn);
    void showForm(std::size_t at, OptionForm *form) const;
    void tell(bool goesOn);

    Theme m_theme;
    PanelType m_type = PanelType::TimeSeries;
    std::vector<FieldOverride> m_overrides;
    std::vector<OptionForm *> m_forms;
    std::vector<MatcherEdit *> m_matchers;
    FieldChoices m_choices;
    QVBoxLayout *m_boxes;
};

} // namespace sightglass
