// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/editing/optionform.h"
#include "widgets/editing/settingsentries.h"
#include "widgets/style/theme.h"

#include <QWidget>

#include <memory>
#include <string>

class QLabel;
class QListWidget;
class QPushButton;
class QScrollArea;
class QToolButton;
class QVBoxLayout;

namespace sightglass {

/// A list of a dashboard's variables, annotations or links, and a form for the one that is chosen. Shows a
/// dashboard, and tells which it is to become.
class SettingsList : public QWidget
{
    Q_OBJECT

public:
    SettingsList(std::unique_ptr<SettingsEntries> entries, const Theme &theme, QWidget *parent = nullptr);
    ~SettingsList() override;

    /// What is chosen stays where it can.
    void setDashboard(const DashboardSpec &dashboard);
    void setTheme(const Theme &theme);
    void setChoices(const FieldChoices &choices);
    /// Below the form, always to be seen.
    void addBelow(QWidget *widget);

    /// See OptionForm::setMaker(); before setDashboard().
    void setMaker(OptionForm::Maker maker);

    [[nodiscard]] OptionForm *form() const noexcept { return m_form; }
    [[nodiscard]] QListWidget *list() const noexcept { return m_list; }
    [[nodiscard]] QPushButton *addButton() const noexcept { return m_add; }
    /// -1: none.
    [[nodiscard]] int current() const;
    void setCurrent(int at);
    /// Beside what is wrong with the entry itself; until setDashboard().
    void setProblem(std::string_view pointer, const QString &problem);

signals:
    /// Steps with the same gesture are one; empty: by itself.
    void changed(const sightglass::DashboardSpec &dashboard, const std::string &gesture);
    void currentChanged();

private:
    void build();
    void take(const std::string &pointer, const QByteArray &json, bool goesOn);
    QToolButton *addTool(const QString &glyph, const QString &text, const char *name);
    void fillAdditions();
    void change(const std::function<void(DashboardSpec &, int)> &call, int select);
    void showList();
    void showForm();

    std::unique_ptr<SettingsEntries> m_entries;
    Theme m_theme;
    DashboardSpec m_dashboard;
    QListWidget *m_list;
    QPushButton *m_add;
    QToolButton *m_copy = nullptr;
    QToolButton *m_up = nullptr;
    QToolButton *m_down = nullptr;
    QToolButton *m_remove = nullptr;
    OptionForm *m_form;
    QLabel *m_invitation;
    QScrollArea *m_scroll;
    QVBoxLayout *m_below;
    bool m_showing = false;
    /// Steps of one gesture start from the same dashboard: what was typed on the way leaves no traces.
    std::string m_gesture;
    DashboardSpec m_before; ///< the gesture
    DashboardSpec m_wanted; ///< what was told last
};

} // namespace sightglass
