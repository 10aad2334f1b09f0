// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editing/overridesedit.h"

#include "model/editing/optionfields.h"
#include "widgets/editing/matcheredit.h"
#include "widgets/editing/optionform.h"
#include "widgets/editing/optiontexts.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace sightglass {

namespace {

constexpr std::size_t mostOverrides = 200;

/// A value of a property that was just added, which changes as little as may be and is there to be seen.
std::string firstValue(const OptionField &field)
{
    switch (field.kind) {
    case OptionKind::Flag:
        return "true";
    case OptionKind::Whole:
    case OptionKind::Number:
        return field.pointer == "/max" ? "100" : "0";
    case OptionKind::Choice: {
        const std::string &word = field.words.front();
        const bool number = word.find_first_not_of("-0123456789") == std::string::npos;
        return number ? word : "\"" + word + "\"";
    }
    case OptionKind::Text:
        return field.pointer == "/unit"               ? "\"short\""
               : field.pointer == "/color/fixedColor" ? "\"green\""
                                                      : "\"\"";
    default:
        break;
    }
    if (field.pointer == "/thresholds/steps")
        return "[{\"color\":\"green\"},{\"value\":80,\"color\":\"red\"}]";
    return "[]";
}

} // namespace

OverridesEdit::OverridesEdit(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_boxes(new QVBoxLayout)
{
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->addLayout(m_boxes);
    auto *add = new QPushButton(tr("Add override"), this);
    add->setObjectName(QStringLiteral("addOverride"));
    add->setToolTip(tr("Other options for some of the series or columns"));
    connect(add, &QPushButton::clicked, this, &OverridesEdit::addOverride);
    box->addWidget(add, 0, Qt::AlignLeft);
}

void OverridesEdit::setTheme(const Theme &theme)
{
    m_theme = theme;
    for (OptionForm *form : m_forms)
        form->setTheme(theme);
}

void OverridesEdit::setOverrides(const std::vector<FieldOverride> &overrides, PanelType type)
{
    if (overrides == m_overrides && type == m_type)
        return;
    m_overrides = overrides;
    m_type = type;
    build();
}

void OverridesEdit::setChoices(const FieldChoices &choices)
{
    m_choices = choices;
    for (MatcherEdit *matcher : m_matchers)
        matcher->setChoices(choices);
}

MatcherEdit *OverridesEdit::matcher(int override) const
{
    return m_matchers.at(static_cast<std::size_t>(override));
}

OptionForm *OverridesEdit::form(int override) const
{
    return m_forms.at(static_cast<std::size_t>(override));
}

void OverridesEdit::build()
{
    while (QLayoutItem *item = m_boxes->takeAt(0)) {
        if (item->widget() != nullptr) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
    m_forms.clear();
    m_matchers.clear();
    for (std::size_t i = 0; i < m_overrides.size(); ++i)
        addBox(i);
}

void OverridesEdit::addBox(std::size_t at)
{
    auto *frame = new QFrame(this);
    frame->setFrameShape(QFrame::StyledPanel);
    auto *box = new QVBoxLayout(frame);
    box->setContentsMargins(8, 6, 8, 6);
    auto *head = new QHBoxLayout;
    auto *matcher = new MatcherEdit(m_overrides[at].matcher, frame);
    matcher->setChoices(m_choices);
    connect(matcher, &MatcherEdit::changed, this,
            [this, at](const FieldMatcher &changed, bool goesOn) { setMatcher(at, changed, goesOn); });
    head->addWidget(matcher, 1);
    m_matchers.push_back(matcher);
    auto *remove = new QToolButton(frame);
    remove->setText(QStringLiteral("✕"));
    remove->setToolTip(tr("Remove this override"));
    remove->setAccessibleName(remove->toolTip());
    remove->setAutoRaise(true);
    remove->setFocusPolicy(Qt::TabFocus);
    connect(remove, &QToolButton::clicked, this, [this, at] {
        m_overrides.erase(m_overrides.begin() + static_cast<std::ptrdiff_t>(at));
        build();
        tell(false);
    });
    head->addWidget(remove, 0, Qt::AlignTop);
    box->addLayout(head);
    auto *form = new OptionForm(m_theme, frame);
    box->addWidget(form);
    m_forms.push_back(form);
    connect(form, &OptionForm::changed, this,
            [this, at](const std::string &pointer, const QByteArray &json, bool goesOn) {
                auto config = withConfigValue(m_overrides[at].config, pointer, json.toStdString());
                if (!config)
                    return;
                m_overrides[at].config = std::move(*config);
                tell(goesOn);
            });
    auto *add = new QPushButton(tr("Add property"), frame);
    auto *menu = new QMenu(add);
    connect(menu, &QMenu::aboutToShow, this, [this, at, menu] {
        menu->clear();
        for (const OptionField &field : configFields(m_type)) {
            if (!configValue(m_overrides[at].config, field.pointer).empty())
                continue;
            const QString name = optionGroup(field) + QStringLiteral(" › ") + optionLabel(field);
            connect(menu->addAction(name), &QAction::triggered, this,
                    [this, at, pointer = field.pointer] { addProperty(static_cast<int>(at), pointer); });
        }
    });
    add->setMenu(menu);
    box->addWidget(add, 0, Qt::AlignLeft);
    m_boxes->addWidget(frame);
    showForm(at, form);
}

/// The properties that it has.
void OverridesEdit::showForm(std::size_t at, OptionForm *form) const
{
    const FieldConfig &config = m_overrides[at].config;
    std::vector<OptionField> fields = configFields(m_type);
    std::erase_if(fields,
                  [&config](const OptionField &field) { return configValue(config, field.pointer).empty(); });
    form->setFields(fields);
    form->setValues([&config](std::string_view pointer) {
        return QByteArray::fromStdString(configValue(config, pointer));
    });
}

void OverridesEdit::setMatcher(std::size_t at, FieldMatcher matcher, bool goesOn)
{
    m_overrides[at].matcher = std::move(matcher);
    tell(goesOn);
}

void OverridesEdit::addOverride()
{
    if (m_overrides.size() >= mostOverrides)
        return;
    m_overrides.push_back({ByName{}, {}});
    build();
    tell(false);
}

void OverridesEdit::addProperty(int override, const std::string &pointer)
{
    const auto at = static_cast<std::size_t>(override);
    const std::vector<OptionField> fields = configFields(m_type);
    const auto field = std::ranges::find(fields, pointer, &OptionField::pointer);
    if (field == fields.end())
        return;
    auto config = withConfigValue(m_overrides.at(at).config, pointer, firstValue(*field));
    if (!config)
        return;
    m_overrides[at].config = std::move(*config);
    showForm(at, m_forms[at]);
    tell(false);
}

void OverridesEdit::tell(bool goesOn)
{
    emit changed(m_overrides, goesOn);
}

} // namespace sightglass
