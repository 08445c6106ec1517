package dev.portcullis.rego.parser;

import dev.portcullis.api.value.StringValue;
import dev.portcullis.rego.ast.Term;
import dev.portcullis.rego.text.Span;

/** Questions about terms. */
final class Terms {
  private Terms() {}

  static boolean isRootDocument(String name) {
    return name.equals("input") || name.equals("data");
  }

  static boolean isString(Term term) {
    return term instanceof Term.Scalar s && s.value() instanceof StringValue;
  }

  /** Returns the string that the term is. */
  static String stringOf(Term term) {
    return term instanceof Term.Scalar s && s.value() instanceof StringValue text
        ? text.value()
        : "";
  }

  /** Returns OPA's name for the kind of term. */
  static String kindName(Term term) {
    return term.accept(KIND_NAME);
  }

  /** Returns the term standing at another place. */
  static Term withSpan(Term term, Span span) {
    return term.accept(new Moved(span));
  }

  private static final Term.Visitor<String> KIND_NAME =
      new Term.Visitor<>() {
        @Override
        public String scalar(Term.Scalar term) {
          return term.value().kind().typeName();
        }

        @Override
        public String variable(Term.Var term) {
          return "var";
        }

        @Override
        public String reference(Term.Ref term) {
          return "ref";
        }

        @Override
        public String array(Term.ArrayTerm term) {
          return "array";
        }

        @Override
        public String object(Term.ObjectTerm term) {
          return "object";
        }

        @Override
        public String set(Term.SetTerm term) {
          return "set";
        }

        @Override
        public String arrayComprehension(Term.ArrayComprehension term) {
          return "arraycomprehension";
        }

        @Override
        public String setComprehension(Term.SetComprehension term) {
          return "setcomprehension";
        }

        @Override
        public String objectComprehension(Term.ObjectComprehension term) {
          return "objectcomprehension";
        }

        @Override
        public String call(Term.Call term) {
          return "call";
        }

        @Override
        public String template(Term.TemplateString term) {
          return "templatestring";
        }
      };

  private record Moved(Span span) implements Term.Visitor<Term> {
    @Override
    public Term scalar(Term.Scalar term) {
      return new Term.Scalar(span, term.value());
    }

    @Override
    public Term variable(Term.Var term) {
      return new Term.Var(span, term.name());
    }

    @Override
    public Term reference(Term.Ref term) {
      return new Term.Ref(span, term.head(), term.path());
    }

    @Override
    public Term array(Term.ArrayTerm term) {
      return new Term.ArrayTerm(span, term.items());
    }

    @Override
    public Term object(Term.ObjectTerm term) {
      return new Term.ObjectTerm(span, term.entries());
    }

    @Override
    public Term set(Term.SetTerm term) {
      return new Term.SetTerm(span, term.items());
    }

    @Override
    public Term arrayComprehension(Term.ArrayComprehension term) {
      return new Term.ArrayComprehension(span, term.head(), term.body());
    }

    @Override
    public Term setComprehension(Term.SetComprehension term) {
      return new Term.SetComprehension(span, term.head(), term.body());
    }

    @Override
    public Term objectComprehension(Term.ObjectComprehension term) {
      return new Term.ObjectComprehension(span, term.key(), term.value(), term.body());
    }

    @Override
    public Term call(Term.Call term) {
      return new Term.Call(span, term.operator(), term.arguments());
    }

    @Override
    public Term template(Term.TemplateString term) {
      return new Term.TemplateString(span, term.multiLine(), term.parts());
    }
  }
}
