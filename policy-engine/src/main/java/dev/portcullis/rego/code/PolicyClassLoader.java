package dev.portcullis.rego.code;

import java.util.HashMap;
import java.util.Map;

/**
 * Loads the classes of one plan. They are ordinary classes, so that stack traces show their source
 * lines, in a loader of their own, so that they unload with the policy set.
 */
public final class PolicyClassLoader extends ClassLoader {
  private final Map<String, byte[]> classes = new HashMap<>();
  private final Map<String, Object[]> constants = new HashMap<>();

  PolicyClassLoader(ClassLoader parent) {
    super("portcullis-policies", parent);
  }

  void add(String name, byte[] code, Object[] constantPool) {
    classes.put(name, code);
    constants.put(name, constantPool);
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] code = classes.remove(name);
    if (code == null) {
      throw new ClassNotFoundException(name);
    }
    return defineClass(name, code, 0, code.length);
  }

  /** Hands a generated class the constants of its code, once, when it is initialised. */
  public static Object[] takeConstants(Class<?> owner) {
    PolicyClassLoader loader = (PolicyClassLoader) owner.getClassLoader();
    Object[] pool = loader.constants.remove(owner.getName());
    if (pool == null) {
      throw new IllegalStateException("the constants of " + owner.getName() + " are taken");
    }
    return pool;
  }
}
