// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editing/calmcombobox.h"
#include "widgets/editing/coloredit.h"
#include "widgets/editing/columnsedit.h"
#include "widgets/editing/fieldeditor.h"
#include "widgets/editing/mappingsedit.h"
#include "widgets/editing/nameedits.h"
#include "widgets/editing/objectsedit.h"
#include "widgets/editing/optiontexts.h"
#include "widgets/editing/texteditors.h"
#include "widgets/editing/thresholdsedit.h"
#include "widgets/editing/unitedit.h"
#include "widgets/editing/variablequeryedit.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonValue>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace sightglass {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(sightglass::FieldEditor)
};

QHBoxLayout *rowIn(QWidget *widget)
{
    auto *row = new QHBoxLayout(widget);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    return row;
}

class FlagEditor : public FieldEditor
{
public:
    FlagEditor(const OptionField &field, QWidget *parent)
        : FieldEditor(parent)
        , m_standard(field.standard == "true")
        , m_box(new QCheckBox(this))
    {
        rowIn(this)->addWidget(m_box);
        setFocusProxy(m_box);
        connect(m_box, &QCheckBox::clicked, this, [this](bool on) {
            const bool said = on != m_standard;
            emit changed(said ? QByteArray(on ? "true" : "false") : QByteArray(), false);
        });
    }

    void setValue(const QByteArray &json) override
    {
        m_box->setChecked(json.isEmpty() ? m_standard : json == "true");
    }

private:
    bool m_standard;
    QCheckBox *m_box;
};

class NumberEditor : public FieldEditor
{
public:
    NumberEditor(const OptionField &field, QWidget *parent)
        : FieldEditor(parent)
        , m_whole(field.kind == OptionKind::Whole)
        , m_line(new QLineEdit(this))
    {
        rowIn(this)->addWidget(m_line);
        setFocusProxy(m_line);
        m_line->setMaxLength(40);
        m_line->setPlaceholderText(field.standard.empty() ? Texts::tr("automatic")
                                                          : QString::fromStdString(field.standard));
        connect(m_line, &QLineEdit::textEdited, this, [this] { take(); });
    }

    void setValue(const QByteArray &json) override
    {
        if (json == m_json)
            return;
        m_json = json;
        m_line->setText(QString::fromUtf8(json));
        m_line->setProperty("invalid", false);
    }

private:
    void take()
    {
        const QString text = m_line->text().trimmed();
        bool good = text.isEmpty();
        const double number = QLocale::c().toDouble(text, &good);
        good =
            text.isEmpty() || (good && std::isfinite(number) && (!m_whole || std::trunc(number) == number));
        m_line->setToolTip(good      ? QString()
                           : m_whole ? Texts::tr("A whole number, or nothing")
                                     : Texts::tr("A number such as 0.5, or nothing"));
        QPalette palette = this->palette();
        if (!good)
            palette.setColor(QPalette::Text, QColor(0xE0, 0x40, 0x40));
        m_line->setPalette(palette);
        if (!good)
            return;
        m_json = text.isEmpty() ? QByteArray() : jsonTextOf(number);
        emit changed(m_json, true);
    }

    bool m_whole;
    QByteArray m_json;
    QLineEdit *m_line;
};

class TextEditor : public FieldEditor
{
public:
    TextEditor(const OptionField &field, QWidget *parent)
        : FieldEditor(parent)
        , m_line(new QLineEdit(this))
    {
        rowIn(this)->addWidget(m_line);
        setFocusProxy(m_line);
        const QString standard = jsonValueOf(QByteArray::fromStdString(field.standard)).toString();
        m_standard = standard;
        const QString hint = optionHint(field);
        m_line->setPlaceholderText(hint.isEmpty() ? standard : hint);
        m_line->setMaxLength(10'000);
        connect(m_line, &QLineEdit::textEdited, this, [this](const QString &text) {
            emit changed(text.isEmpty() ? QByteArray() : jsonTextOf(text), true);
        });
    }

    void setValue(const QByteArray &json) override
    {
        // Numbers that files wrote where a text is meant are shown as such.
        const QString text = jsonValueOf(json).toVariant().toString();
        if (text != m_line->text())
            m_line->setText(text);
    }

private:
    QString m_standard;
    QLineEdit *m_line;
};

class ChoiceEditor : public FieldEditor
{
public:
    ChoiceEditor(const OptionField &field, QWidget *parent)
        : FieldEditor(parent)
        , m_standard(QByteArray::fromStdString(field.standard))
        , m_box(new CalmComboBox(this))
    {
        rowIn(this)->addWidget(m_box);
        setFocusProxy(m_box);
        const auto isStandard = [this](const std::string &word) { return jsonOf(word) == m_standard; };
        const bool standardIsWord =
            std::ranges::any_of(field.words, isStandard) ||
            (field.kind == OptionKind::Calculation && std::ranges::any_of(offeredCalculations(), isStandard));
        if (!standardIsWord)
            m_box->addItem(Texts::tr("Standard"), QByteArray());
        for (const std::string &word : field.words)
            m_box->addItem(choiceLabel(field, word), jsonOf(word));
        if (field.kind == OptionKind::Calculation) {
            for (const std::string &id : offeredCalculations())
                m_box->addItem(calculationLabel(id), jsonOf(id));
        }
        connect(m_box, &QComboBox::activated, this, [this] {
            const QByteArray json = m_box->currentData().toByteArray();
            emit changed(json == m_standard ? QByteArray() : json, false);
        });
    }

    void setValue(const QByteArray &json) override
    {
        int at = m_box->findData(json.isEmpty() ? m_standard : json);
        if (at < 0 && json.isEmpty())
            at = m_box->findData(QByteArray());
        if (at < 0) {
            // A word that only files know stays what it is.
            m_box->addItem(jsonValueOf(json).toVariant().toString(), json);
            at = m_box->count() - 1;
        }
        m_box->setCurrentIndex(at);
    }

private:
    static QByteArray jsonOf(const std::string &word)
    {
        const bool number = !word.empty() && word.find_first_not_of("-0123456789") == std::string::npos;
        return number ? QByteArray::fromStdString(word) : jsonTextOf(QString::fromStdString(word));
    }

    QByteArray m_standard;
    QComboBox *m_box;
};

/// Several out of a menu, in the order in which they were chosen; or one.
class SetEditor : public FieldEditor
{
public:
    enum class Several
    {
        Yes,
        No
    };

    SetEditor(const std::vector<std::pair<QString, QString>> &choices, Several several, QWidget *parent)
        : FieldEditor(parent)
        , m_several(several)
        , m_button(new QToolButton(this))
        , m_menu(new QMenu(this))
    {
        rowIn(this)->addWidget(m_button);
        setFocusProxy(m_button);
        m_button->setMenu(m_menu);
        m_button->setPopupMode(QToolButton::InstantPopup);
        m_button->setFocusPolicy(Qt::StrongFocus);
        m_button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        for (const auto &[id, label] : choices) {
            QAction *action = m_menu->addAction(label);
            action->setCheckable(true);
            action->setData(id);
            connect(action, &QAction::triggered, this, [this, id = id](bool on) { toggle(id, on); });
        }
    }

    void setValue(const QByteArray &json) override
    {
        m_chosen.clear();
        for (const QJsonValue &value : jsonValueOf(json).toArray())
            m_chosen << value.toString();
        show();
    }

private:
    void toggle(const QString &id, bool on)
    {
        if (m_several == Several::No)
            m_chosen = {id};
        else if (on)
            m_chosen << id;
        else
            m_chosen.removeAll(id);
        show();
        emit changed(m_chosen.isEmpty()
                         ? QByteArray()
                         : QJsonDocument(QJsonArray::fromStringList(m_chosen)).toJson(QJsonDocument::Compact),
                     false);
    }

    void show()
    {
        QStringList labels;
        for (QAction *action : m_menu->actions()) {
            const bool on = m_chosen.contains(action->data().toString());
            action->setChecked(on);
            if (on)
                labels << action->text();
        }
        const QString text = labels.isEmpty() ? Texts::tr("None") : labels.join(QStringLiteral(", "));
        m_button->setText(text);
        m_button->setToolTip(text);
    }

    Several m_several;
    QStringList m_chosen;
    QToolButton *m_button;
    QMenu *m_menu;
};

/// Words or numbers with commas between them.
class ListEditor : public FieldEditor
{
public:
    ListEditor(const OptionField &field, QWidget *parent)
        : FieldEditor(parent)
        , m_numbers(field.kind == OptionKind::Numbers)
        , m_line(new QLineEdit(this))
    {
        rowIn(this)->addWidget(m_line);
        setFocusProxy(m_line);
        const QString hint = optionHint(field);
        m_line->setPlaceholderText(!hint.isEmpty() ? hint
                                   : m_numbers     ? QStringLiteral("10, 5")
                                                   : Texts::tr("one, two"));
        connect(m_line, &QLineEdit::textEdited, this, [this](const QString &text) {
            QJsonArray list;
            for (const QString &part : text.split(u',', Qt::SkipEmptyParts)) {
                bool good = false;
                const double number = QLocale::c().toDouble(part.trimmed(), &good);
                if (m_numbers && good)
                    list.append(number);
                else if (!m_numbers && !part.trimmed().isEmpty())
                    list.append(part.trimmed());
            }
            emit changed(list.isEmpty() ? QByteArray() : QJsonDocument(list).toJson(QJsonDocument::Compact),
                         true);
        });
    }

    void setValue(const QByteArray &json) override
    {
        QStringList parts;
        for (const QJsonValue &value : jsonValueOf(json).toArray())
            parts << value.toVariant().toString();
        if (!m_line->hasFocus())
            m_line->setText(parts.join(QStringLiteral(", ")));
    }

private:
    bool m_numbers;
    QLineEdit *m_line;
};

std::vector<std::pair<QString, QString>> calculations()
{
    std::vector<std::pair<QString, QString>> choices;
    for (const std::string &id : offeredCalculations())
        choices.emplace_back(QString::fromStdString(id), calculationLabel(id));
    return choices;
}

std::vector<std::pair<QString, QString>> wordsOf(const OptionField &field)
{
    std::vector<std::pair<QString, QString>> choices;
    for (const std::string &word : field.words)
        choices.emplace_back(QString::fromStdString(word), choiceLabel(field, word));
    return choices;
}

FieldEditor *specialEditor(const OptionField &field, const Theme &theme, QWidget *parent)
{
    const std::string_view pointer = field.pointer;
    if (pointer.ends_with("/unit"))
        return new UnitEdit(parent);
    if (pointer == "/thresholds/steps")
        return new ThresholdsEdit(theme, parent);
    if (pointer == "/mappings")
        return new MappingsEdit(theme, parent);
    const bool isColor = pointer == "/color/fixedColor" || pointer == "/color/fill" ||
                         pointer == "/exemplars/color" || field.key == "annotation:iconColor" ||
                         field.key == "transform:color";
    if (isColor && field.kind == OptionKind::Text)
        return new ColorEdit(theme, parent);
    if (pointer == "/content")
        return createLongTextEditor(200, parent);
    if (pointer == "/panel/description" || field.key.ends_with(":description"))
        return createLongTextEditor(60, parent);
    if (field.key == "variable:query/query")
        return new VariableQueryEdit(parent);
    // One value is shown, and files have a list of one.
    if (pointer == "/reduceOptions/calcs")
        return new SetEditor(calculations(), SetEditor::Several::No, parent);
    return nullptr;
}

} // namespace

FieldEditor *createFieldEditor(const OptionField &field, const Theme &theme, QWidget *parent)
{
    if (FieldEditor *special = specialEditor(field, theme, parent))
        return special;
    switch (field.kind) {
    case OptionKind::Flag:
        return new FlagEditor(field, parent);
    case OptionKind::Whole:
    case OptionKind::Number:
        return new NumberEditor(field, parent);
    case OptionKind::Text:
        return new TextEditor(field, parent);
    case OptionKind::Choice:
        return new ChoiceEditor(field, parent);
    case OptionKind::Calculations:
        return new SetEditor(calculations(), SetEditor::Several::Yes, parent);
    case OptionKind::Calculation:
        return new ChoiceEditor(field, parent);
    case OptionKind::FieldName:
    case OptionKind::LabelName:
    case OptionKind::QueryName:
    case OptionKind::VariableName:
        return new NameEdit(field, parent);
    case OptionKind::FieldNames:
    case OptionKind::LabelNames:
    case OptionKind::PanelIds:
        return new NamesEdit(field, parent);
    case OptionKind::Columns:
        return new ColumnsEdit(field, parent);
    case OptionKind::Objects:
    case OptionKind::Named:
        return new ObjectsEdit(field, theme, parent);
    case OptionKind::Texts:
        if (!field.words.empty())
            return new SetEditor(wordsOf(field), SetEditor::Several::Yes, parent);
        return new ListEditor(field, parent);
    case OptionKind::Numbers:
        return new ListEditor(field, parent);
    case OptionKind::Json:
    case OptionKind::Entry:
        break;
    }
    return createJsonEditor(parent);
}

QJsonValue jsonValueOf(const QByteArray &json)
{
    if (json.isEmpty())
        return QJsonValue(QJsonValue::Undefined);
    return QJsonDocument::fromJson('[' + json + ']').array().at(0);
}

QByteArray jsonTextOf(const QJsonValue &value)
{
    const QByteArray list = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return list.mid(1, list.size() - 2);
}

} // namespace sightglass
