// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editing/texteditors.h"

#include "model/grafana/fieldcodec.h"

#include <QHBoxLayout>
#include <QJsonDocument>
#include <QJsonValue>
#include <QLabel>
#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace sightglass {

namespace {

class LongTextEditor : public FieldEditor
{
public:
    LongTextEditor(int height, QWidget *parent)
        : FieldEditor(parent)
        , m_text(new QPlainTextEdit(this))
    {
        auto *row = new QHBoxLayout(this);
        row->setContentsMargins(0, 0, 0, 0);
        row->addWidget(m_text);
        setFocusProxy(m_text);
        m_text->setTabChangesFocus(true);
        m_text->setFixedHeight(height);
        connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
            const QString text = m_text->toPlainText();
            emit changed(text.isEmpty() ? QByteArray() : jsonTextOf(text), true);
        });
    }

    void setValue(const QByteArray &json) override
    {
        const QString text = jsonValueOf(json).toString();
        const QSignalBlocker quiet(m_text);
        if (text != m_text->toPlainText())
            m_text->setPlainText(text);
    }
    [[nodiscard]] bool isWide() const override { return true; }

private:
    QPlainTextEdit *m_text;
};

class JsonEditor : public FieldEditor
{
public:
    explicit JsonEditor(QWidget *parent)
        : FieldEditor(parent)
        , m_text(new QPlainTextEdit(this))
        , m_problem(new QLabel(this))
    {
        auto *box = new QVBoxLayout(this);
        box->setContentsMargins(0, 0, 0, 0);
        box->addWidget(m_text);
        box->addWidget(m_problem);
        setFocusProxy(m_text);
        m_text->setTabChangesFocus(true);
        m_text->setMaximumHeight(110);
        m_problem->setTextFormat(Qt::PlainText);
        m_problem->setWordWrap(true);
        m_problem->hide();
        connect(m_text, &QPlainTextEdit::textChanged, this, [this] { take(); });
    }

    void setValue(const QByteArray &json) override
    {
        if (json == m_json || m_text->hasFocus())
            return;
        m_json = json;
        const QSignalBlocker quiet(m_text);
        m_text->setPlainText(json.isEmpty() ? QString() : QString::fromUtf8(indented(json)));
        m_problem->hide();
    }
    [[nodiscard]] bool isWide() const override { return true; }

private:
    static QByteArray indented(const QByteArray &json)
    {
        return QByteArray::fromStdString(indentedJson(json.toStdString()));
    }

    void take()
    {
        const QByteArray text = m_text->toPlainText().toUtf8().trimmed();
        QJsonParseError error;
        const QJsonDocument document = QJsonDocument::fromJson(text, &error);
        const bool good = text.isEmpty() || error.error == QJsonParseError::NoError;
        m_problem->setText(good ? QString() : error.errorString());
        m_problem->setVisible(!good);
        if (!good)
            return;
        // Keys stay in their order: files are compared.
        using Json = grafana::OrderedJson;
        const Json ordered = Json::parse(text.toStdString(), nullptr, false);
        m_json =
            text.isEmpty() ? QByteArray()
            : ordered.is_discarded()
                ? document.toJson(QJsonDocument::Compact)
                : QByteArray::fromStdString(ordered.dump(-1, ' ', false, Json::error_handler_t::replace));
        emit changed(m_json, true);
    }

    QByteArray m_json;
    QPlainTextEdit *m_text;
    QLabel *m_problem;
};

} // namespace

FieldEditor *createLongTextEditor(int height, QWidget *parent)
{
    return new LongTextEditor(height, parent);
}

FieldEditor *createJsonEditor(QWidget *parent)
{
    return new JsonEditor(parent);
}

} // namespace sightglass
