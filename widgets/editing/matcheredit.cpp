// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editing/matcheredit.h"

#include "model/dashboard/dashboardwords.h"
#include "model/fields/jsregex.h"
#include "model/presentation/errortext.h"
#include "widgets/editing/calmcombobox.h"
#include "widgets/editing/optiontexts.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QVBoxLayout>

#include <cmath>
#include <utility>

namespace sightglass {

namespace {

/// In the order of FieldMatcher.
enum Kind
{
    Name,
    Names,
    Pattern,
    Type,
    Query,
    Value
};

std::string textOf(const FieldMatcher &matcher)
{
    if (const auto *name = std::get_if<ByName>(&matcher))
        return name->name;
    if (const auto *pattern = std::get_if<ByRegex>(&matcher))
        return pattern->pattern;
    if (const auto *query = std::get_if<ByQuery>(&matcher))
        return query->refId;
    const auto *several = std::get_if<ByNames>(&matcher);
    return several != nullptr && !several->names.empty() ? several->names.front() : std::string();
}

/// What was said goes along where it can.
FieldMatcher ofKind(int kind, const FieldMatcher &before)
{
    const std::string text = textOf(before);
    switch (kind) {
    case Names:
        return ByNames{text.empty() ? std::vector<std::string>() : std::vector<std::string>{text}, false};
    case Pattern:
        return ByRegex{text};
    case Type:
        return ByType{};
    case Query:
        return ByQuery{text.size() == 1 ? text : "A"};
    case Value:
        return ByValue{};
    default:
        return ByName{text};
    }
}

QByteArray namesJson(const std::vector<std::string> &names)
{
    QJsonArray list;
    for (const std::string &name : names)
        list.append(QString::fromStdString(name));
    return QJsonDocument(list).toJson(QJsonDocument::Compact);
}

struct ComparisonText
{
    Comparison comparison;
    const char16_t *text;
};
constexpr ComparisonText comparisons[] = {{Comparison::GreaterOrEqual, u"≥"}, {Comparison::Greater, u">"},
                                          {Comparison::LessOrEqual, u"≤"},    {Comparison::Less, u"<"},
                                          {Comparison::Equal, u"="},          {Comparison::NotEqual, u"≠"}};

} // namespace

MatcherEdit::MatcherEdit(const FieldMatcher &matcher, QWidget *parent)
    : QWidget(parent)
    , m_matcher(matcher)
    , m_kinds(new CalmComboBox(this))
    , m_parts(new QVBoxLayout)
{
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(3);
    m_kinds->addItems({tr("Field with the name"), tr("Fields with the names"), tr("Fields that match"),
                       tr("Fields of the type"), tr("Fields of the query"), tr("Fields by their value")});
    m_kinds->setAccessibleName(tr("Which fields"));
    m_kinds->setCurrentIndex(static_cast<int>(m_matcher.index()));
    box->addWidget(m_kinds);
    box->addLayout(m_parts);
    m_parts->setSpacing(3);
    connect(m_kinds, &QComboBox::activated, this, [this](int kind) {
        if (kind == static_cast<int>(m_matcher.index()))
            return;
        take(ofKind(kind, m_matcher), false);
        build();
    });
    build();
}

void MatcherEdit::take(FieldMatcher matcher, bool goesOn)
{
    m_matcher = std::move(matcher);
    emit changed(m_matcher, goesOn);
}

void MatcherEdit::setChoices(const FieldChoices &choices)
{
    if (choices == m_choices)
        return;
    m_choices = choices;
    for (FieldEditor *editor : m_editors)
        editor->setChoices(choices);
}

void MatcherEdit::build()
{
    while (QLayoutItem *item = m_parts->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    m_editors.clear();
    switch (m_matcher.index()) {
    case Names: {
        addEditor(OptionKind::FieldNames, tr("Names"), namesJson(std::get<ByNames>(m_matcher).names));
        auto *exclude = new QCheckBox(tr("All but these"), this);
        exclude->setChecked(std::get<ByNames>(m_matcher).exclude);
        connect(exclude, &QCheckBox::clicked, this, [this](bool on) {
            ByNames names = std::get<ByNames>(m_matcher);
            names.exclude = on;
            take(std::move(names), false);
        });
        m_parts->addWidget(exclude);
        break;
    }
    case Pattern:
        addPattern();
        break;
    case Type:
        addTypes();
        break;
    case Query:
        addEditor(OptionKind::QueryName, tr("Query"),
                  jsonTextOf(QString::fromStdString(std::get<ByQuery>(m_matcher).refId)));
        break;
    case Value:
        addComparison();
        break;
    default:
        addEditor(OptionKind::FieldName, tr("Name"),
                  jsonTextOf(QString::fromStdString(std::get<ByName>(m_matcher).name)));
    }
}

void MatcherEdit::addEditor(OptionKind kind, const QString &name, const QByteArray &json)
{
    FieldEditor *editor = createFieldEditor({"", kind, {}, {}}, Theme(), this);
    editor->setAccessibleName(name);
    editor->setChoices(m_choices);
    editor->setValue(json);
    connect(editor, &FieldEditor::changed, this, [this](const QByteArray &value, bool goesOn) {
        const QJsonValue read = jsonValueOf(value);
        if (const auto *names = std::get_if<ByNames>(&m_matcher)) {
            ByNames changed{{}, names->exclude};
            for (const QJsonValue &one : read.toArray())
                changed.names.push_back(one.toString().toStdString());
            take(std::move(changed), goesOn);
        } else if (std::holds_alternative<ByQuery>(m_matcher)) {
            take(ByQuery{read.toString().toStdString()}, goesOn);
        } else {
            take(ByName{read.toString().toStdString()}, goesOn);
        }
    });
    m_parts->addWidget(editor);
    m_editors.push_back(editor);
}

void MatcherEdit::addPattern()
{
    auto *line = new QLineEdit(QString::fromStdString(std::get<ByRegex>(m_matcher).pattern), this);
    line->setAccessibleName(tr("Pattern"));
    line->setPlaceholderText(tr("/pattern/"));
    line->setMaxLength(10'000);
    auto *problem = new QLabel(this);
    problem->setTextFormat(Qt::PlainText);
    problem->setWordWrap(true);
    problem->setStyleSheet(QStringLiteral("color: #e04040"));
    const auto check = [problem](const QString &text) {
        const auto regex = JsRegex::fromText(text.toStdString());
        problem->setText(text.isEmpty() || regex ? QString() : errorText(regex.error()));
        problem->setVisible(!problem->text().isEmpty());
    };
    connect(line, &QLineEdit::textEdited, this, [this, check](const QString &text) {
        check(text);
        take(ByRegex{text.toStdString()}, true);
    });
    check(line->text());
    m_parts->addWidget(line);
    m_parts->addWidget(problem);
}

void MatcherEdit::addTypes()
{
    auto *types = new CalmComboBox(this);
    types->addItem(tr("Numbers"), static_cast<int>(FieldType::Number));
    types->addItem(tr("Texts"), static_cast<int>(FieldType::Text));
    types->addItem(tr("Times"), static_cast<int>(FieldType::Time));
    types->addItem(tr("Yes or no"), static_cast<int>(FieldType::Boolean));
    types->addItem(tr("Others"), static_cast<int>(FieldType::Other));
    types->setCurrentIndex(types->findData(static_cast<int>(std::get<ByType>(m_matcher).type)));
    types->setAccessibleName(tr("Type"));
    connect(types, &QComboBox::activated, this,
            [this, types] { take(ByType{static_cast<FieldType>(types->currentData().toInt())}, false); });
    m_parts->addWidget(types);
}

/// "Last value ≥ 80".
void MatcherEdit::addComparison()
{
    const ByValue by = std::get<ByValue>(m_matcher);
    auto *line = new QWidget(this);
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(3);
    auto *calculation = new CalmComboBox(line);
    calculation->setObjectName(QStringLiteral("matcherCalculation"));
    calculation->setAccessibleName(tr("Calculation"));
    for (const std::string &id : offeredCalculations()) {
        const auto known = calculationFromId(id);
        if (known)
            calculation->addItem(calculationLabel(id), static_cast<int>(*known));
    }
    const int at = calculation->findData(static_cast<int>(by.calculation));
    if (at < 0)
        calculation->addItem(tr("Another one"), static_cast<int>(by.calculation));
    calculation->setCurrentIndex(at < 0 ? calculation->count() - 1 : at);
    auto *compares = new CalmComboBox(line);
    compares->setObjectName(QStringLiteral("matcherComparison"));
    compares->setAccessibleName(tr("Comparison"));
    compares->setMinimumContentsLength(1);
    for (const auto &[comparison, text] : comparisons)
        compares->addItem(QString::fromUtf16(text), static_cast<int>(comparison));
    compares->setCurrentIndex(compares->findData(static_cast<int>(by.comparison)));
    auto *value = new QLineEdit(QString::number(by.value, 'g', 15), line);
    value->setObjectName(QStringLiteral("matcherValue"));
    value->setAccessibleName(tr("Value"));
    value->setMaxLength(40);
    connect(calculation, &QComboBox::activated, this, [this, calculation] {
        ByValue changed = std::get<ByValue>(m_matcher);
        changed.calculation = static_cast<Calculation>(calculation->currentData().toInt());
        take(changed, false);
    });
    connect(compares, &QComboBox::activated, this, [this, compares] {
        ByValue changed = std::get<ByValue>(m_matcher);
        changed.comparison = static_cast<Comparison>(compares->currentData().toInt());
        take(changed, false);
    });
    connect(value, &QLineEdit::textEdited, this, [this](const QString &text) {
        bool good = false;
        const double number = QLocale::c().toDouble(text.trimmed(), &good);
        if (!good || !std::isfinite(number))
            return;
        ByValue changed = std::get<ByValue>(m_matcher);
        changed.value = number;
        take(changed, true);
    });
    row->addWidget(calculation, 3);
    row->addWidget(compares);
    row->addWidget(value, 2);
    m_parts->addWidget(line);
}

} // namespace sightglass
