// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editing/settingslist.h"

#include "widgets/editing/rowbuttons.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace sightglass {

namespace {

constexpr int listWidth = 240;
constexpr int widestForm = 760;
constexpr int mostEntries = 300;

} // namespace

SettingsList::SettingsList(std::unique_ptr<SettingsEntries> entries, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_entries(std::move(entries))
    , m_theme(theme)
    , m_list(new QListWidget(this))
    , m_add(new QPushButton(this))
    , m_form(new OptionForm(theme))
    , m_invitation(new QLabel(m_entries->invitation(), this))
    , m_scroll(new QScrollArea(this))
    , m_below(new QVBoxLayout)
{
    build();
    fillAdditions();
    connect(m_list, &QListWidget::currentRowChanged, this, [this] {
        if (m_showing)
            return;
        showForm();
        emit currentChanged();
    });
    connect(m_form, &OptionForm::changed, this, &SettingsList::take);
    showForm();
}

SettingsList::~SettingsList() = default;

void SettingsList::build()
{
    auto *side = new QWidget(this);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    auto *tools = new QHBoxLayout;
    tools->setSpacing(2);
    m_add->setObjectName(QStringLiteral("addEntry"));
    tools->addWidget(m_add, 1);
    m_copy = addTool(QStringLiteral("+"), tr("Duplicate"), "copyEntry");
    m_up = addTool(QStringLiteral("▲"), tr("Move up"), "entryUp");
    m_down = addTool(QStringLiteral("▼"), tr("Move down"), "entryDown");
    m_remove = addTool(QStringLiteral("✕"), tr("Remove"), "removeEntry");
    for (QToolButton *tool : {m_copy, m_up, m_down, m_remove})
        tools->addWidget(tool);
    column->addLayout(tools);
    column->addWidget(m_list, 1);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *content = new QWidget;
    auto *box = new QVBoxLayout(content);
    box->setContentsMargins(12, 4, 12, 12);
    m_invitation->setWordWrap(true);
    m_invitation->setForegroundRole(QPalette::PlaceholderText);
    box->addWidget(m_invitation);
    box->addWidget(m_form);
    box->addStretch(1);
    m_form->setMaximumWidth(widestForm);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidget(content);
    auto *split = new QSplitter(Qt::Horizontal, this);
    split->addWidget(side);
    auto *right = new QWidget(split);
    auto *rows = new QVBoxLayout(right);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(m_scroll, 1);
    rows->addLayout(m_below);
    split->addWidget(right);
    split->setStretchFactor(1, 1);
    split->setChildrenCollapsible(false);
    split->setSizes({listWidth, 3 * listWidth});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 0, 0);
    layout->addWidget(split);
    connect(m_copy, &QToolButton::clicked, this, [this] {
        change([this](DashboardSpec &dashboard, int at) { m_entries->copy(dashboard, at); }, m_list->count());
    });
    connect(m_up, &QToolButton::clicked, this, [this] {
        change([this](DashboardSpec &dashboard, int at) { m_entries->swap(dashboard, at, at - 1); },
               current() - 1);
    });
    connect(m_down, &QToolButton::clicked, this, [this] {
        change([this](DashboardSpec &dashboard, int at) { m_entries->swap(dashboard, at, at + 1); },
               current() + 1);
    });
    const auto remove = [this] {
        change([this](DashboardSpec &dashboard, int at) { m_entries->remove(dashboard, at); }, current());
    };
    connect(m_remove, &QToolButton::clicked, this, remove);
    auto *key = new QShortcut(QKeySequence::Delete, m_list, nullptr, nullptr, Qt::WidgetShortcut);
    connect(key, &QShortcut::activated, this, remove);
}

void SettingsList::take(const std::string &pointer, const QByteArray &json, bool goesOn)
{
    const int at = current();
    const std::string gesture = goesOn ? "settings" + std::to_string(at) + pointer : "";
    const bool same = !gesture.empty() && gesture == m_gesture;
    DashboardSpec wanted = same ? m_before : m_dashboard;
    if (at < 0 || !m_entries->set(wanted, at, pointer, json))
        return;
    if (!same)
        m_before = m_dashboard;
    m_gesture = gesture;
    m_wanted = wanted;
    emit changed(wanted, gesture);
}

QToolButton *SettingsList::addTool(const QString &glyph, const QString &text, const char *name)
{
    QToolButton *button = glyphButton(glyph, text, this);
    button->setObjectName(QLatin1String(name));
    return button;
}

void SettingsList::fillAdditions()
{
    const std::vector<SettingsEntries::Addition> additions = m_entries->additions();
    const auto add = [this](const SettingsEntries::Addition &addition) {
        if (m_list->count() >= mostEntries)
            return;
        DashboardSpec changed = m_dashboard;
        addition.add(changed);
        emit this->changed(changed, {});
        setCurrent(m_list->count() - 1);
    };
    if (additions.size() == 1) {
        m_add->setText(additions.front().text);
        connect(m_add, &QPushButton::clicked, this, [add, addition = additions.front()] { add(addition); });
        return;
    }
    m_add->setText(tr("Add"));
    auto *menu = new QMenu(m_add);
    for (const SettingsEntries::Addition &addition : additions)
        connect(menu->addAction(addition.text), &QAction::triggered, this,
                [add, addition] { add(addition); });
    m_add->setMenu(menu);
}

int SettingsList::current() const
{
    return m_list->currentRow();
}

void SettingsList::setCurrent(int at)
{
    m_list->setCurrentRow(std::clamp(at, -1, m_list->count() - 1));
}

void SettingsList::change(const std::function<void(DashboardSpec &, int)> &call, int select)
{
    const int at = current();
    if (at < 0)
        return;
    DashboardSpec changedSpec = m_dashboard;
    call(changedSpec, at);
    emit changed(changedSpec, {});
    setCurrent(select);
}

void SettingsList::setDashboard(const DashboardSpec &dashboard)
{
    m_dashboard = dashboard;
    // Undone, or changed elsewhere.
    if (dashboard != m_wanted)
        m_gesture.clear();
    showList();
    showForm();
}

void SettingsList::showList()
{
    m_showing = true;
    const int count = m_entries->count(m_dashboard);
    const int at = current();
    while (m_list->count() > count)
        delete m_list->takeItem(m_list->count() - 1);
    while (m_list->count() < count)
        m_list->addItem(QString());
    for (int i = 0; i < count; ++i) {
        bool broken = false;
        for (const auto &[pointer, problem] : m_entries->problems(m_dashboard, i))
            broken = broken || !problem.isEmpty();
        const QString title = m_entries->title(m_dashboard, i);
        m_list->item(i)->setText((broken ? QStringLiteral("⚠ ") : QString()) + title + u'\n' +
                                 m_entries->detail(m_dashboard, i));
    }
    if (count > 0)
        m_list->setCurrentRow(std::clamp(at, 0, count - 1));
    m_showing = false;
}

void SettingsList::showForm()
{
    const int at = current();
    const bool any = at >= 0 && at < m_entries->count(m_dashboard);
    m_invitation->setVisible(!any);
    m_form->setVisible(any);
    m_copy->setEnabled(any);
    m_remove->setEnabled(any);
    m_up->setEnabled(any && at > 0);
    m_down->setEnabled(any && at + 1 < m_list->count());
    if (!any)
        return;
    m_form->setFields(m_entries->fields(m_dashboard, at));
    m_form->setValues(
        [this, at](std::string_view pointer) { return m_entries->value(m_dashboard, at, pointer); });
    const SettingsEntries::Problems problems = m_entries->problems(m_dashboard, at);
    for (const OptionField &field : m_entries->fields(m_dashboard, at)) {
        const auto found = problems.find(field.pointer);
        m_form->setProblem(field.pointer, found == problems.end() ? QString() : found->second);
    }
}

void SettingsList::setProblem(std::string_view pointer, const QString &problem)
{
    m_form->setProblem(pointer, problem);
}

void SettingsList::setTheme(const Theme &theme)
{
    m_theme = theme;
    m_form->setTheme(theme);
}

void SettingsList::setMaker(OptionForm::Maker maker)
{
    m_form->setMaker(std::move(maker));
}

void SettingsList::setChoices(const FieldChoices &choices)
{
    m_form->setChoices(choices);
}

void SettingsList::addBelow(QWidget *widget)
{
    m_below->addWidget(widget);
}

} // namespace sightglass
